/** Gives the keyboard back to the grid, which itself keeps track of the cell. */
export const focusGrid = (): void => document.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
