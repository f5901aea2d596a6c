package dev.frostbyte.parsers.office;

/** Turns places inside a group of shapes into places on the slide. Immutable. */
record GroupPlace(double left, double top, double scaleX, double scaleY) {
  /** The slide itself. */
  static final GroupPlace SLIDE = new GroupPlace(0, 0, 1, 1);

  /** A group inside this one. */
  GroupPlace inside(Node xfrm) {
    Node from = xfrm.child("a:chOff");
    Node extent = xfrm.child("a:chExt");
    if (!from.exists() || !extent.exists()) {
      return this;
    }
    SlideSize.Rectangle place = place(xfrm);
    double x = (place.right() - place.left()) / Math.max(1, extent.number("cx", 1));
    double y = (place.bottom() - place.top()) / Math.max(1, extent.number("cy", 1));
    return new GroupPlace(
        place.left() - from.number("x", 0) * x, place.top() - from.number("y", 0) * y, x, y);
  }

  /** A rectangle of this group, on the slide. */
  SlideSize.Rectangle place(Node xfrm) {
    double x = xfrm.child("a:off").number("x", 0);
    double y = xfrm.child("a:off").number("y", 0);
    double width = xfrm.child("a:ext").number("cx", 0);
    double height = xfrm.child("a:ext").number("cy", 0);
    return new SlideSize.Rectangle(
        left + x * scaleX,
        top + y * scaleY,
        left + (x + width) * scaleX,
        top + (y + height) * scaleY);
  }
}
