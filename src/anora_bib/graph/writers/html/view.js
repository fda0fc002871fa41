// What part of the plane is looked at, and where on the screen there is room.
"use strict";
class View {
  constructor(canvas, changed) {
    this.canvas = canvas;
    this.changed = changed;
    this.x = 0;
    this.y = 0;
    this.scale = 1;
    this.fresh = true; // nobody has moved it yet: it follows what is drawn
  }

  get width() { return this.canvas.clientWidth; }
  get height() { return this.canvas.clientHeight; }

  // From a place on the screen, counted from the corner of the canvas, to a place of the plane.
  plane(left, top) {
    return [(left - this.width / 2) / this.scale + this.x, (top - this.height / 2) / this.scale + this.y];
  }

  // And back.
  screen(x, y) {
    return [(x - this.x) * this.scale + this.width / 2, (y - this.y) * this.scale + this.height / 2];
  }

  fit(points) {
    if (!points.length) return;
    const xs = points.map((point) => point.x);
    const ys = points.map((point) => point.y);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    this.x = (left + right) / 2;
    this.y = (top + bottom) / 2;
    const room = Math.min(70, this.width / 8, this.height / 8);
    const wide = (this.width - 2 * room) / Math.max(right - left, 1);
    const high = (this.height - 2 * room) / Math.max(bottom - top, 1);
    this.scale = Math.min(wide, high, 2);
    this.changed();
  }

  zoom(factor, left = this.width / 2, top = this.height / 2) {
    const [x, y] = this.plane(left, top);
    this.scale = Math.min(Math.max(this.scale * factor, 0.02), 8);
    const [nowX, nowY] = this.plane(left, top);
    this.x += x - nowX;
    this.y += y - nowY;
    this.fresh = false;
    this.changed();
  }

  pan(right, down) {
    this.x -= right / this.scale;
    this.y -= down / this.scale;
    this.fresh = false;
    this.changed();
  }

  centre(x, y) {
    this.x = x;
    this.y = y;
    this.fresh = false;
    this.changed();
  }
}

// Boxes on the screen, [left, top, right, bottom], kept in a grid so that each is held against its neighbours only.
class Room {
  constructor() {
    this.cells = new Map();
  }

  cellsOf([left, top, right, bottom]) {
    const out = [];
    for (let row = Math.floor(top / 24); row <= Math.floor(bottom / 24); row++)
      for (let column = Math.floor(left / 60); column <= Math.floor(right / 60); column++) out.push(row * 10000 + column);
    return out;
  }

  isFree(box) {
    return this.cellsOf(box).every((cell) => (this.cells.get(cell) || []).every(([left, top, right, bottom]) => box[2] < left || box[0] > right || box[3] < top || box[1] > bottom));
  }

  take(box) {
    for (const cell of this.cellsOf(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(box);
    }
  }
}
