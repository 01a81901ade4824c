/** A list that is filled and taken again and again, so that its room is found once. */
export class Growing<Item> {
  length = 0;
  private readonly items: Item[] = [];

  push(item: Item): void {
    this.items[this.length] = item;
    this.length += 1;
  }

  at(index: number): Item {
    return this.items[index];
  }

  put(index: number, item: Item): void {
    this.items[index] = item;
  }

  /** What was pushed since the last time, as a list of its own. */
  take(): Item[] {
    const taken = this.items.slice(0, this.length);
    this.length = 0;
    return taken;
  }
}
