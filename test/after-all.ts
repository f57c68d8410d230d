import { rmSync } from 'node:fs';

/** Clears away what the tests have put down, and nothing of another run. */
export default function afterAll(): void {
  const folder = process.env.FOLDER_OF_TESTS;
  if (folder) rmSync(folder, { recursive: true, force: true });
}
