import { render } from 'preact';
import './page.css';
import { Model } from './model';
import { Page } from './page-frame';

const model = new Model();
render(<Page model={model} />, document.getElementById('page')!);
void model.enter();
