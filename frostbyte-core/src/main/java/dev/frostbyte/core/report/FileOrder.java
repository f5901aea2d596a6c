package dev.frostbyte.core.report;

import dev.frostbyte.api.model.UntrustedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts files that lay in others behind them and names them with them. Their id is that of the file
 * they lay in, a slash and their number. Used once, by one thread.
 */
final class FileOrder {
  private static final UntrustedText UNKNOWN = UntrustedText.of("(erased)");

  private final Map<String, List<FileReport>> inside = new HashMap<>();
  private final List<FileReport> ordered = new ArrayList<>();

  private FileOrder(List<FileReport> attachments) {
    attachments.forEach(
        file -> inside.computeIfAbsent(around(file.fileId()), id -> new ArrayList<>()).add(file));
  }

  static List<FileReport> of(List<FileReport> files, List<FileReport> attachments) {
    FileOrder order = new FileOrder(attachments);
    files.forEach(file -> order.add(file, file.fileId()));
    order.addTheRest();
    return List.copyOf(order.ordered);
  }

  /** What lies in a file comes with it; an erased one has no id by which to find anything. */
  private void add(FileReport file, String fileId) {
    ordered.add(file);
    List<FileReport> children = fileId.isEmpty() ? List.of() : taken(fileId);
    for (FileReport child : children) {
      add(child.named(path(file.fileName(), child.fileName())), child.fileId());
    }
  }

  private List<FileReport> taken(String fileId) {
    List<FileReport> children = inside.remove(fileId);
    return children == null ? List.of() : children;
  }

  /** Those whose file was erased, and erased ones. */
  private void addTheRest() {
    List<List<FileReport>> rest =
        inside.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList();
    rest.stream()
        .flatMap(List::stream)
        .forEach(file -> ordered.add(file.named(path(UNKNOWN, file.fileName()))));
  }

  private static UntrustedText path(UntrustedText around, UntrustedText name) {
    return UntrustedText.of(around.value() + " \u203a " + name.value());
  }

  private static String around(String fileId) {
    return fileId.substring(0, Math.max(0, fileId.lastIndexOf('/')));
  }
}
