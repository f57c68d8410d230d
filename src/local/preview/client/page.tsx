import { render } from 'preact';
import { Model } from './model';
import { Page } from './page-frame';

const model = new Model();
render(<Page model={model} />, document.getElementById('page')!);
void model.enter();
