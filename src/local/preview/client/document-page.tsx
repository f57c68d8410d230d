import type { JSX } from 'preact';
import type { Block, Run, TableCell } from '../messages';

/** A document's blocks on a sheet of paper. The dialog's own heading is the second level, so the title is the third. */
export function DocumentPage({ blocks }: { blocks: Block[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long document is scrolled by keys.
    <article class="paper" tabIndex={0} aria-label="Текст документа">
      <Blocks blocks={blocks} />
    </article>
  );
}

type Item = Extract<Block, { kind: 'paragraph' }>;

function Blocks({ blocks }: { blocks: Block[] }) {
  const drawn: JSX.Element[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (block.kind !== 'paragraph' || !block.item) drawn.push(<One key={at} block={block} />);
    else {
      const items: Item[] = [];
      for (let next = blocks[at]; next?.kind === 'paragraph' && next.item === block.item; next = blocks[++at])
        items.push(next);
      at -= 1;
      const List = block.item === 'number' ? 'ol' : 'ul';
      drawn.push(
        <List key={at}>
          {items.map((item, index) => (
            <li key={index}>
              <Runs runs={item.runs} />
            </li>
          ))}
        </List>,
      );
    }
  }
  return <>{drawn}</>;
}

function One({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${Math.min(block.level + 2, 6)}` as 'h3';
      return <Heading>{block.text}</Heading>;
    }
    case 'paragraph':
      return (
        <p style={{ textAlign: block.align as 'left' }}>
          <Runs runs={block.runs} />
        </p>
      );
    case 'picture':
      return <img src={block.source} alt={block.title} />;
    case 'table':
      return <Table block={block} />;
    default:
      return block satisfies never;
  }
}

const Runs = ({ runs }: { runs: Run[] }) => (
  <>
    {runs.map(({ text, bold, italic }, index) => {
      const inner = italic ? <em>{text}</em> : text;
      return bold ? <strong key={index}>{inner}</strong> : <span key={index}>{inner}</span>;
    })}
  </>
);

function Table({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  const total = block.widths.reduce((sum, width) => sum + width, 0);
  return (
    <table class={block.bordered ? 'bordered' : ''} role={block.bordered ? undefined : 'presentation'}>
      <colgroup>
        {block.widths.map((width, index) => (
          <col key={index} style={total ? { width: `${(width / total) * 100}%` } : undefined} />
        ))}
      </colgroup>
      <tbody>
        {block.rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <Cell key={column} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ cell }: { cell: TableCell }) {
  const Tag = cell.header ? 'th' : 'td';
  return (
    <Tag colSpan={cell.columns} rowSpan={cell.rows} {...(cell.header && { scope: 'col' })}>
      <Blocks blocks={cell.blocks} />
    </Tag>
  );
}
