package dev.frostbyte.core.inspect;

import java.util.Map;
import java.util.TreeMap;

/** Ranges that do not overlap. One thread. */
final class Places {
  private final TreeMap<Integer, Integer> taken = new TreeMap<>();

  /** Takes the range unless a part of it is taken. */
  boolean claim(int from, int to) {
    Map.Entry<Integer, Integer> before = taken.floorEntry(to - 1);
    if (before != null && before.getValue() > from) {
      return false;
    }
    taken.put(from, to);
    return true;
  }
}
