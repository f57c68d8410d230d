/** Milliseconds in which the demonstration workbook is made on a busy machine, too. */
const PREPARED = 400_000;

/** The preview's page as a person uses it. */
export class Desk {
  constructor(page) {
    this.page = page;
  }

  static async open(page, address) {
    await page.goto(address);
    await page.locator('[role=grid]').waitFor({ timeout: PREPARED });
    const desk = new Desk(page);
    await desk.settled();
    return desk;
  }

  /** Nothing under way any more. */
  settled() {
    return this.page.locator('.busy:empty').waitFor({ state: 'attached', timeout: PREPARED });
  }

  async become(title) {
    await this.page.getByLabel('Я —').selectOption({ label: title });
    await this.settled();
  }

  /** A school lands on its own tab. */
  async asSchool(name) {
    await this.become(`школа: ${name}`);
    await this.page.getByRole('grid', { name: `Вкладка «${name}»` }).waitFor();
  }

  async tab(name) {
    await this.page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
    await this.page.getByRole('grid', { name: `Вкладка «${name}»` }).waitFor();
    await this.settled();
  }

  async goTo(a1) {
    await this.page.getByLabel('Адрес ячейки').fill(a1);
    await this.page.keyboard.press('Enter');
  }

  async type(a1, words) {
    await this.goTo(a1);
    await this.page.keyboard.press('F2');
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(words);
    await this.page.keyboard.press('Enter');
    await this.settled();
  }

  async menu(...path) {
    for (const name of path) await this.page.getByRole('menuitem', { name, exact: false }).first().click();
    await this.settled();
  }

  /** A panel that has asked the server what it shows. */
  async panelReady(title) {
    await this.panel(title).getByRole('button').first().waitFor({ timeout: PREPARED });
    await this.settled();
  }

  panel(title) {
    return this.page.frameLocator(`iframe[title="${title}"]`);
  }

  async closePanel() {
    const close = this.page.getByRole('button', { name: 'Закрыть панель' });
    if ((await close.count()) > 0) await close.first().click();
  }
}
