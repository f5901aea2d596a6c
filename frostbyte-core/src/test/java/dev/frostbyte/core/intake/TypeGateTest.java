package dev.frostbyte.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.core.BatchFile;
import dev.frostbyte.core.plugin.FakeStages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TypeGateTest {
  private static final MediaType CALENDAR = new MediaType("text/calendar");
  private static final MediaType ZIP = new MediaType("application/zip");
  private static final MediaType LOCKED = new MediaType("application/x-ooxml-protected");

  @Test
  void takesWhatNameAndContentAgreeOn() throws IOException {
    accepted("a.pdf", MediaType.PDF, MediaType.PDF);
    accepted("a.PDF", MediaType.PDF, MediaType.PDF);
    accepted("a.txt", MediaType.TEXT, MediaType.TEXT);
    accepted("no extension", MediaType.PDF, MediaType.PDF);
    accepted("strange.d~t", MediaType.PDF, MediaType.PDF);
  }

  @Test
  void refusesANameThatContradictsTheContent() throws IOException {
    refused("a.pdf", MediaType.TEXT, ProblemCode.TYPE_MISMATCH);
    refused("a.txt", MediaType.PDF, ProblemCode.TYPE_MISMATCH);
    refused("a.docx", MediaType.UNKNOWN, ProblemCode.TYPE_MISMATCH);
    refused("report.pdf.txt", MediaType.PDF, ProblemCode.TYPE_MISMATCH);
  }

  @Test
  void refusesTypesWithoutAParser() throws IOException {
    refused("a.zip", ZIP, ProblemCode.UNSUPPORTED_FORMAT);
    refused("a", MediaType.UNKNOWN, ProblemCode.UNSUPPORTED_FORMAT);
    refused("a.docx", MediaType.DOCX, ProblemCode.UNSUPPORTED_FORMAT);
  }

  @Test
  void refusesTextUnderANameOfSomethingElse() throws IOException {
    refused("a.sh", MediaType.TEXT, ProblemCode.UNSUPPORTED_FORMAT);
    refused("a.py", MediaType.HTML, ProblemCode.UNSUPPORTED_FORMAT);
  }

  @Test
  void saysWhatIsTakenInWordsOfPeople() throws IOException {
    assertThat(problem("a.zip", ZIP).message())
        .isEqualTo(
            "The content is a ZIP archive (application/zip); taken are CSV, HTML, PDF, plain text, x/calendar."
                .replace("x/calendar", CALENDAR.value()));
    assertThat(problem("a.sh", MediaType.TEXT).message())
        .startsWith("The content is text, but files that end in .sh are not taken; taken are CSV");
    assertThat(problem("a.docx", MediaType.UNKNOWN))
        .satisfies(
            problem -> {
              assertThat(problem.message()).contains(".docx", "of no known format");
              assertThat(problem.remedy()).isEqualTo(ProblemCode.FILE_CORRUPTED.remedy());
            });
  }

  @Test
  void knowsFormatsItHasNoParserForByName() throws IOException {
    MediaType old = new MediaType("application/msword");
    refused("a.doc", old, ProblemCode.UNSUPPORTED_FORMAT);
    assertThat(problem("a.doc", old).message()).startsWith("The content is Word 97 (DOC); taken");
    refused("a.odt", MediaType.PDF, ProblemCode.TYPE_MISMATCH);
    refused("a.json", MediaType.PDF, ProblemCode.TYPE_MISMATCH);
    accepted("a.json", MediaType.TEXT, MediaType.TEXT);
  }

  @Test
  void refusesWhatSystemsLeaveInFolders() throws IOException {
    for (String name :
        List.of(".DS_Store", "a/.hidden.txt", ".git/b.txt", "Thumbs.db", "a\\~$letter.txt")) {
      refused(name, MediaType.TEXT, ProblemCode.UNSUPPORTED_FORMAT);
      assertThat(problem(name, MediaType.TEXT).message()).contains("hidden file");
    }
    accepted("a.b/c.txt", MediaType.TEXT, MediaType.TEXT);
  }

  @Test
  void refusesADocumentWithAPassword() throws IOException {
    refused("a.docx", LOCKED, ProblemCode.FILE_ENCRYPTED);
    refused("a", LOCKED, ProblemCode.FILE_ENCRYPTED);
  }

  @Test
  void amongTextsTheNameDecides() throws IOException {
    accepted("a.ics", MediaType.TEXT, CALENDAR);
    accepted("a.ics", MediaType.UNKNOWN, CALENDAR);
    accepted("a.txt", MediaType.HTML, MediaType.TEXT);
    refused("a.ics", MediaType.PDF, ProblemCode.TYPE_MISMATCH);
  }

  @Test
  void refusesATypeThatTheManifestContradicts() throws IOException {
    claimed("a.pdf", MediaType.PDF, MediaType.PDF, null);
    claimed("a.txt", MediaType.TEXT, MediaType.CSV, null);
    claimed("a.pdf", MediaType.PDF, MediaType.TEXT, ProblemCode.TYPE_MISMATCH);
  }

  private static Problem problem(String name, MediaType detected) throws IOException {
    return ((TypeGate.Verdict.Refused) check(name, detected, null)).problem();
  }

  private static void accepted(String name, MediaType detected, MediaType type) throws IOException {
    assertThat(check(name, detected, null)).isEqualTo(new TypeGate.Verdict.Accepted(type));
  }

  private static void refused(String name, MediaType detected, ProblemCode code)
      throws IOException {
    TypeGate.Verdict verdict = check(name, detected, null);
    assertThat(verdict).isInstanceOf(TypeGate.Verdict.Refused.class);
    assertThat(((TypeGate.Verdict.Refused) verdict).problem().code()).isEqualTo(code);
  }

  private static void claimed(
      String name, MediaType detected, MediaType claim, @Nullable ProblemCode code)
      throws IOException {
    BatchFile.Claim said = new BatchFile.Claim(claim, 1, ContentHash.of(new byte[1]));
    TypeGate.Verdict verdict = check(name, detected, said);
    if (code == null) {
      assertThat(verdict).isInstanceOf(TypeGate.Verdict.Accepted.class);
    } else {
      assertThat(((TypeGate.Verdict.Refused) verdict).problem().code()).isEqualTo(code);
    }
  }

  private static TypeGate.Verdict check(
      String name, MediaType detected, BatchFile.@Nullable Claim claim) throws IOException {
    TypeGate gate =
        new TypeGate(
            FakeStages.of(
                detected,
                new TreeMap<>(Map.of("ics", CALENDAR, "txt", MediaType.TEXT)),
                MediaType.PDF,
                MediaType.TEXT,
                MediaType.CSV,
                MediaType.HTML,
                CALENDAR));
    return gate.check(
        new BatchFile("f", UntrustedText.of(name), Path.of("x"), claim),
        DocumentSource.of(new byte[1]));
  }
}
