import { optimiseLate } from '../src/local/optimise-late';

// Each file runs in a context of its own.
optimiseLate();
