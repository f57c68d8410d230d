import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { ArgumentError, HelpAsked, readArguments } from './preview/arguments';
import { serveDesk } from './preview/desk-worker';
import { startServer } from './preview/server';
import { WorkerLine } from './preview/worker-line';

/** `npm start`: the add-on in a browser, without Google. This file is both the server and, in its worker, the runtime. */
async function main(argv: readonly string[]): Promise<void> {
  const asked = readArguments(argv);
  let line = new WorkerLine(__filename, asked);
  const restart = () => {
    void line.close();
    line = new WorkerLine(__filename, asked);
  };
  const office = { pages: join(__dirname, 'preview'), line: () => line, restart };
  const { address } = await startServer(office, asked.port);
  console.log(`Учебный просмотр: ${address}\nОткройте этот адрес в браузере. Остановить: Ctrl+C.`);
  await line.ready;
  if (line.failed !== null) throw new ArgumentError(line.failed);
  console.log('Книга готова.');
}

if (isMainThread) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    if (error instanceof HelpAsked) {
      console.log(error.message);
      return;
    }
    console.error(error instanceof ArgumentError ? error.message : `Просмотр не запущен: ${(error as Error).message}`);
    process.exit(1);
  });
} else void serveDesk();
