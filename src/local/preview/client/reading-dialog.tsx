import { useEffect, useState } from 'preact/hooks';
import type { Block } from '../messages';
import { ask } from './desk-line';
import { DocumentPage } from './document-page';
import { Modal } from './modal';
import type { Model } from './model';
import type { Reading } from './state';

const addressOf = (id: string): string => `/documents/${id}.docx`;

/** Documents the add-on has made, one of them opened, or the letters it has sent. */
export function ReadingDialog({ model, reading }: { model: Model; reading: Reading }) {
  const close = () => model.set({ reading: null });
  const title = { list: 'Документы', letters: 'Отправленные письма', document: titleOf(model, reading) }[reading.kind];
  return (
    <Modal title={title} onClose={close} wide>
      {reading.kind === 'list' && <DocumentList model={model} />}
      {reading.kind === 'letters' && <Letters model={model} />}
      {reading.kind === 'document' && <Opened key={reading.id} model={model} id={reading.id} />}
    </Modal>
  );
}

const titleOf = (model: Model, reading: Reading): string =>
  (reading.kind === 'document' && model.state.scene.documents.find(({ id }) => id === reading.id)?.title) || 'Документ';

function DocumentList({ model }: { model: Model }) {
  const { documents } = model.state.scene;
  if (documents.length === 0) return <p>Документов пока нет. Координатор строит их из меню «Качество образования».</p>;
  return (
    <table class="documents">
      <thead>
        <tr>
          <th scope="col">Документ</th>
          <th scope="col">Изменён</th>
          <th scope="col">Действия</th>
        </tr>
      </thead>
      <tbody>
        {documents.map(({ id, title, modified }) => (
          <tr key={id}>
            <td>{title}</td>
            <td>{modified}</td>
            <td class="actions">
              <button type="button" onClick={() => model.set({ reading: { kind: 'document', id } })}>
                Просмотр
              </button>
              <a class="button" href={addressOf(id)} download>
                Скачать .docx
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Letters({ model }: { model: Model }) {
  return (
    <ul class="letters">
      {model.state.scene.letters.map(({ to, subject, body }, index) => (
        <li key={index}>
          <h3>{subject}</h3>
          <p>Кому: {to}</p>
          <p class="message">{body}</p>
        </li>
      ))}
    </ul>
  );
}

function Opened({ model, id }: { model: Model; id: string }) {
  const [blocks, setBlocks] = useState<Block[] | string>('Открывается…');
  useEffect(() => {
    ask('read', { id }).then(setBlocks, (error: Error) => setBlocks(error.message));
  }, [id]);
  return (
    <>
      <div class="actions">
        <button type="button" onClick={() => model.set({ reading: { kind: 'list' } })}>
          ← Все документы
        </button>
        <a class="button" href={addressOf(id)} download>
          Скачать .docx
        </a>
        <span>Упрощённый вид; точное оформление — в файле.</span>
      </div>
      {typeof blocks === 'string' ? <p role="status">{blocks}</p> : <DocumentPage blocks={blocks} />}
    </>
  );
}
