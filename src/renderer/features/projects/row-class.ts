/** The look of a row. One that is being edited stands above the next: its messages may reach over it. */
export const rowClass =
  'grid-rows-[minmax(calc(var(--row-height)-1px),auto)] border-b border-line hover:bg-hover focus-within:z-1 focus-within:bg-hover'
