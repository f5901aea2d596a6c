package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.spi.DocumentRow;
import dev.frostbyte.core.TenantSession;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** Lists what is stored. */
@Command(
    name = "documents",
    header = "Lists the stored documents of a tenant, by id.",
    description = "Documents that wait for a person are in:  frostbyte review list TENANT",
    footer = "Example:  frostbyte documents acme")
final class DocumentsCommand extends TenantTask {
  private static final int PAGE = 1_000;

  @Override
  ExitCode run(TenantSession session, Frostbyte frostbyte) {
    List<DocumentRow> page = session.documents("", PAGE);
    if (page.isEmpty() && !frostbyte.json()) {
      frostbyte.terminal().out().println("No documents are stored.");
    }
    while (!page.isEmpty()) {
      page.forEach(row -> frostbyte.answer(json(row), text(row)));
      page = session.documents(page.getLast().document().value(), PAGE);
    }
    int others = session.judgedByOthers();
    if (others > 0) {
      frostbyte
          .terminal()
          .err()
          .println(
              others
                  + " of them were judged by other detectors than are configured now; the next"
                  + " ingest judges them again, and so does:  frostbyte rescan "
                  + session.tenant());
    }
    return ExitCode.DONE;
  }

  private static ObjectNode json(DocumentRow row) {
    return Json.object()
        .put("document", row.document().value())
        .put("file", row.fileName().value())
        .put("type", row.type().value())
        .put("class", row.classification().documentClass().word())
        .put("pages", row.pages())
        .put("complete", row.complete())
        .put("sha256", row.source().hex())
        .put("stored", row.publishedAt().toString());
  }

  private static String text(DocumentRow row) {
    return String.format(
        Locale.ROOT,
        "%s  %s  %s%n    %s%s%s",
        row.document(),
        row.publishedAt(),
        Shown.line(row.fileName()),
        row.type(),
        pages(row.pages()),
        row.complete() ? "" : ", cut short");
  }

  /** A format that has no pages says nothing of them. */
  private static String pages(int pages) {
    return switch (pages) {
      case 0 -> "";
      case 1 -> ", 1 page";
      default -> ", " + pages + " pages";
    };
  }
}
