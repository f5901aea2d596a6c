package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.core.BatchFile;
import dev.frostbyte.core.ProgressListener.Phase;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Takes a file with all that lies in it: a file inside comes when the one around it is stored, its
 * event is durable and its lock is free, and goes through all that a file handed in goes through.
 * The publication says how many there are and one more event that all have an outcome that stands;
 * what a crash interrupts between the two, and what failed, is taken when the same bytes come
 * again, as a file handed in that failed is. Stateless.
 */
final class FileTree {
  private FileTree() {}

  /**
   * Takes a file of a run.
   *
   * @param each hears the outcome of the file, then those of the files inside, each before its own
   */
  static void take(DocumentProcessor processor, BatchFile file, Consumer<DocumentOutcome> each)
      throws IOException {
    RunContext context = processor.context();
    try (Branch branch = Branch.root(context.runtime().parts().limits())) {
      each.accept(processor.process(file, branch));
      takeInside(branch, each);
    } finally {
      context.tell(file.name(), Phase.FINISHED);
    }
  }

  /**
   * Takes what lies in a file that has its outcome, after its lock was given back.
   *
   * @return false when something in it failed, however deep
   */
  static boolean takeInside(Branch branch, Consumer<DocumentOutcome> each) throws IOException {
    if (branch.children().isEmpty()) {
      return true;
    }
    RunContext context = branch.stem().context();
    DocumentProcessor processor = new DocumentProcessor(context);
    boolean stands = true;
    for (Branch.Child child : branch.children()) {
      context.requireRunning();
      try (Branch below = branch.below()) {
        DocumentOutcome outcome = processor.process(branch, child, below);
        each.accept(outcome);
        stands &= !(outcome instanceof DocumentOutcome.Failed);
        stands &= takeInside(below, each);
      }
    }
    end(branch, stands);
    return stands;
  }

  /** Says that all have an outcome; when the file around them was erased meanwhile, so are they. */
  private static void end(Branch branch, boolean stands) {
    Branch.Stem stem = branch.stem();
    TenantRuntime runtime = stem.context().runtime();
    if (runtime.parts().catalog().find(stem.outcome().document()).isEmpty()) {
      Erasing.orphans(runtime, stem.context().actor());
      return;
    }
    if (!stands) {
      return;
    }
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put(Kinship.ATTACHMENTS, (long) branch.children().size());
    facts.put(Kinship.PUBLICATION, stem.outcome().receipt().index());
    runtime.write(stem.trail().next(EventType.ATTACHMENTS_TAKEN, facts));
  }
}
