export interface GreetingPanel {
  readonly contents: { readonly hour: number };
  readonly actions: { greet(name: string): string; rename(): null; fail(): null };
}
