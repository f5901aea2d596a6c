package dev.frostbyte.core.engine;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a document came, and what of the files in it is still to be taken. Immutable.
 *
 * @param handedIn whether it was handed in itself
 * @param parents documents it lay in and that are there still
 * @param open index of the publication whose attachments were not all taken; {@link #NONE} if none
 * @param cut whether files in it were left out because of where it lay
 */
record Kin(boolean handedIn, SortedSet<String> parents, long open, boolean cut) {
  /** No publication is open. */
  static final long NONE = -1;

  /** A document of which nothing is known yet. */
  static final Kin UNKNOWN = new Kin(false, Collections.emptySortedSet(), NONE, false);

  /** Copies the set. */
  Kin {
    parents = Collections.unmodifiableSortedSet(new TreeSet<>(parents));
  }

  Kin byHand() {
    return new Kin(true, parents, open, cut);
  }

  Kin in(String parent) {
    SortedSet<String> more = new TreeSet<>(parents);
    more.add(parent);
    return new Kin(handedIn, more, open, cut);
  }

  Kin without(String parent) {
    SortedSet<String> fewer = new TreeSet<>(parents);
    fewer.remove(parent);
    return new Kin(handedIn, fewer, open, cut);
  }

  Kin opened(long publication, boolean left) {
    return new Kin(handedIn, parents, publication, left);
  }

  /** The end of a publication's attachments; that of an older one says nothing. */
  Kin taken(long publication) {
    return open == publication ? new Kin(handedIn, parents, NONE, cut) : this;
  }

  boolean orphan() {
    return !handedIn && parents.isEmpty();
  }
}
