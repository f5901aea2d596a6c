package dev.frostbyte.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows a trace of system calls and notes what was not on stable storage when something was
 * acknowledged. One thread.
 */
final class ForcedTrace {
  private static final Pattern CALL = Pattern.compile("([a-z0-9]+)\\((.*)\\) += (-?[0-9]+).*");
  private static final Pattern FILE = Pattern.compile("[0-9]+<([^>]+)>.*");
  private static final Pattern NAMES = Pattern.compile("\"([^\"]+)\"");

  private final TreeSet<String> dirty = new TreeSet<>();
  private final List<String> unforced = new ArrayList<>();
  private int acknowledgements;

  /** Takes the next call. */
  void take(String line) {
    Matcher call = CALL.matcher(line);
    if (!call.matches() || call.group(3).startsWith("-")) {
      return;
    }
    String arguments = call.group(2);
    switch (call.group(1)) {
      case "pwrite64" -> dirty.add(file(arguments));
      case "fsync", "fdatasync" -> dirty.remove(file(arguments));
      case "rename" -> renamed(names(arguments));
      case "mkdir" -> dirty.add(parent(names(arguments).getFirst()));
      case "openat" -> opened(arguments);
      case "write" -> acknowledged(arguments);
      default -> {}
    }
  }

  /** Files and directories in doubt at some acknowledgement. */
  List<String> unforced() {
    return unforced;
  }

  /** Number of acknowledgements of something durable. */
  int acknowledgements() {
    return acknowledgements;
  }

  private void opened(String arguments) {
    if (arguments.contains("O_CREAT")) {
      dirty.add(parent(names(arguments).getFirst()));
    }
  }

  private void renamed(List<String> names) {
    if (dirty.remove(names.getFirst())) {
      dirty.add(names.getLast());
    }
    dirty.add(parent(names.getLast()));
  }

  private void acknowledged(String arguments) {
    if (arguments.contains("\"A ") || arguments.contains("\"S ")) {
      acknowledgements++;
      unforced.addAll(dirty);
    }
  }

  private static String file(String arguments) {
    Matcher file = FILE.matcher(arguments);
    return file.matches() ? file.group(1) : arguments;
  }

  private static List<String> names(String arguments) {
    return NAMES.matcher(arguments).results().map(found -> found.group(1)).toList();
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }
}
