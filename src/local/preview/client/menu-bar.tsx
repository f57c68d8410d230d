import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Item, Menu } from './menus';

const FOCUSABLE = ':scope > div > [role=menuitem]';

/** A menu bar as in desktop programs: arrows, Enter, Escape; a click outside closes it. */
export function MenuBar({ menus }: { menus: Menu[] }) {
  const [open, setOpen] = useState<number | null>(null);
  const [entered, setEntered] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const away = (event: MouseEvent) => !bar.current?.contains(event.target as Node) && setOpen(null);
    addEventListener('mousedown', away);
    return () => removeEventListener('mousedown', away);
  }, []);
  const titles = () => [...(bar.current?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
  const turn = (by: number) => {
    const next = (entered + by + menus.length) % menus.length;
    setEntered(next);
    if (open !== null) setOpen(next);
    titles()[next]?.focus();
  };
  const close = () => {
    setOpen(null);
    titles()[entered]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') turn(1);
    else if (event.key === 'ArrowLeft') turn(-1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown' && open === null) setOpen(entered);
    else return;
    event.preventDefault();
  };
  return (
    <div class="menu-bar" role="menubar" aria-label="Меню" ref={bar} onKeyDown={onKeyDown}>
      {menus.map((menu, index) => (
        <div role="none" key={menu.caption}>
          <button
            type="button"
            role="menuitem"
            class={menu.own ? 'menu-title own' : 'menu-title'}
            aria-haspopup="menu"
            aria-expanded={open === index}
            tabIndex={index === Math.min(entered, menus.length - 1) ? 0 : -1}
            onFocus={() => setEntered(index)}
            onClick={() => setOpen(open === index ? null : index)}
            onMouseEnter={() => open !== null && setOpen(index)}
          >
            {menu.caption}
          </button>
          {open === index && (
            <MenuList label={menu.caption} items={menu.items} onDone={() => setOpen(null)} onBack={close} />
          )}
        </div>
      ))}
    </div>
  );
}

interface ListProps {
  label: string;
  items: Item[];
  /** An item was chosen. */
  onDone(): void;
  /** The person steps back to what opened the list. */
  onBack(): void;
  nested?: boolean;
}

export function MenuList({ label, items, onDone, onBack, nested = false }: ListProps) {
  const [inner, setInner] = useState<number | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
  useLayoutEffect(() => entries()[0]?.focus(), []);
  const back = () => {
    setInner(null);
    list.current?.querySelector<HTMLElement>(':scope > div > [aria-expanded=true]')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp') all[(at - 1 + all.length) % all.length]?.focus();
    else if (event.key === 'Home') all[0]?.focus();
    else if (event.key === 'End') all.at(-1)?.focus();
    else if (event.key === 'ArrowRight' && all[at]?.ariaHasPopup) all[at].click();
    else if (event.key === 'Escape' || (event.key === 'ArrowLeft' && nested)) onBack();
    else if (event.key === 'Tab') return onDone();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="menu-list" role="menu" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {items.map((item, index) => (
        <Entry
          key={'caption' in item ? item.caption : index}
          item={item}
          isOpen={inner === index}
          onOpen={() => setInner(inner === index ? null : index)}
          onDone={onDone}
          onBack={back}
        />
      ))}
    </div>
  );
}

interface EntryProps {
  item: Item;
  isOpen: boolean;
  onOpen(): void;
  onDone(): void;
  onBack(): void;
}

function Entry({ item, isOpen, onOpen, onDone, onBack }: EntryProps) {
  if ('separator' in item) return <hr />;
  const isMenu = 'items' in item;
  const off = 'off' in item && item.off === true;
  const choose = () => {
    if (isMenu) return onOpen();
    if (off) return;
    onDone();
    item.act();
  };
  return (
    <div role="none">
      <button
        type="button"
        role="menuitem"
        tabIndex={-1}
        aria-disabled={off}
        {...(isMenu && { 'aria-haspopup': 'menu', 'aria-expanded': isOpen })}
        onClick={choose}
      >
        {item.caption}
        {isMenu && <span aria-hidden="true"> ▸</span>}
      </button>
      {isMenu && isOpen && <MenuList label={item.caption} items={item.items} onDone={onDone} onBack={onBack} nested />}
    </div>
  );
}
