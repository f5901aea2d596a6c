package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.Finding;
import java.util.List;
import java.util.Set;

/**
 * Looks for what must not pass: instructions to machines, hidden text, personal data. Points at
 * places, never quotes; decides nothing, since policy does. Thread-safe, deterministic. An
 * exception stops the document, never lets it pass.
 */
public interface SafetyInspector extends AutoCloseable {
  /** Findings in order of place. */
  List<Finding> inspect(InspectionTarget target);

  /**
   * Every type of personal data that its findings may name as their family, such as {@code EMAIL}:
   * 1 to 32 of A-Z, 0-9 and underscore, beginning with a letter. A tenant's policy can name no
   * other types.
   */
  default Set<String> personalTypes() {
    return Set.of();
  }

  @Override
  default void close() {}
}
