package dev.frostbyte.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.tenant.Caller;
import dev.frostbyte.api.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ModelValuesTest {
  private static final String HEX = "0123456789abcdef0123456789abcdef";

  @Property
  void takesASpanExactlyWhenItsEndsAreInOrder(
      @ForAll @IntRange(min = -3, max = 9) int start,
      @ForAll @IntRange(min = -3, max = 9) int end) {
    if (start >= 0 && start <= end) {
      assertThat(Span.of(TextName.SERVED, start, end).length()).isEqualTo(end - start);
    } else {
      refuses(() -> Span.of(TextName.SERVED, start, end));
    }
  }

  @Property
  void findsSpansThatShareACodePoint(
      @ForAll @IntRange(max = 6) int a,
      @ForAll @IntRange(max = 6) int b,
      @ForAll @IntRange(max = 6) int c,
      @ForAll @IntRange(max = 6) int d) {
    Span one = Span.of(TextName.SERVED, Math.min(a, b), Math.max(a, b));
    Span two = Span.of(TextName.SERVED, Math.min(c, d), Math.max(c, d));
    boolean share = false;
    for (int i = 0; i <= 6; i++) {
      share |= i >= one.start() && i < one.end() && i >= two.start() && i < two.end();
    }
    if (one.length() > 0 && two.length() > 0) {
      assertThat(one.overlaps(two)).isEqualTo(share);
    }
    assertThat(one.overlaps(Span.of(TextName.HIDDEN, 0, 6))).isFalse();
  }

  @Test
  void knowsThePageOfASpan() {
    List<Region> regions = new ArrayList<>(List.of(Region.page(3), Region.page(4)));
    Span span = new Span(TextName.ORIGINAL, 0, 1, regions);
    regions.clear();
    assertThat(span.page()).isEqualTo(3);
    assertThat(Span.of(TextName.ORIGINAL, 0, 1).page()).isZero();
    refuses(() -> Region.page(0));
  }

  @Test
  void refusesABoxThatIsNoBox() {
    refuses(() -> new Box(1, 0, 0, 0));
    refuses(() -> new Box(0, 1, 0, 0));
    refuses(() -> new Box(0, 0, Float.NaN, 0));
    refuses(() -> new Box(0, 0, 0, Float.POSITIVE_INFINITY));
    refuses(() -> new Box(Float.NEGATIVE_INFINITY, 0, 0, 0));
    Box union = new Box(1, 2, 3, 4).union(new Box(0, 3, 2, 9));
    assertThat(union).isEqualTo(new Box(0, 2, 3, 9));
    assertThat(union.union(Box.NONE)).isEqualTo(union);
    assertThat(Box.NONE.union(union)).isEqualTo(union);
  }

  @Test
  void takesIdsOfTheirShapeOnly() {
    Map<String, Function<String, Object>> ids =
        Map.of(
            "doc_", DocumentId::new,
            "sub_", SubmissionId::new,
            "chk_", ChunkId::new,
            "can_", CanonicalId::new);
    ids.forEach(
        (prefix, id) -> {
          assertThat(id.apply(prefix + HEX)).hasToString(prefix + HEX);
          refuses(() -> id.apply(HEX));
          refuses(() -> id.apply(prefix + HEX.substring(1)));
          refuses(() -> id.apply(prefix + HEX + "0"));
          refuses(() -> id.apply(prefix + HEX.toUpperCase(Locale.ROOT)));
          refuses(() -> id.apply(prefix + HEX + "\n"));
          refuses(() -> id.apply("xxx_" + HEX));
        });
  }

  @Test
  void takesNamesOfTheirShapeOnly() {
    assertThat(TenantId.of("acme1")).hasToString("acme1");
    for (String name :
        new String[] {"", "ab", "1ab", "Abc", "a-b", "a/b", "abc\n", "a".repeat(33)}) {
      refuses(() -> TenantId.of(name));
    }
    assertThat(new BatchId("2026-01_a.B")).hasToString("2026-01_a.B");
    for (String id : new String[] {"", ".a", "-a", "a b", "a/b", "../a", "a\n", "a".repeat(129)}) {
      refuses(() -> new BatchId(id));
    }
    for (String part : new String[] {"", " ", "x".repeat(257)}) {
      refuses(() -> new Caller(part, "p"));
      refuses(() -> new Caller("p", part));
    }
    assertThat(new Caller("jane@example.org", "audit").toString()).isEqualTo("Caller");
  }

  @Test
  void hashesAsTheStandardSays() {
    ContentHash abc = ContentHash.of("abc".getBytes(StandardCharsets.US_ASCII));
    assertThat(abc).hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(ContentHash.ofDigest(abc.bytes())).isEqualTo(abc);
    assertThat(ContentHash.ofDigest(ContentHash.digest().digest()).hex()).startsWith("e3b0c442");
    refuses(() -> new ContentHash("abc"));
    refuses(() -> new ContentHash(abc.hex().toUpperCase(Locale.ROOT)));
  }

  @Test
  void readsMediaTypesWithoutTheirParameters() {
    assertThat(MediaType.parse(" Text/HTML ; charset=utf-8")).isEqualTo(MediaType.HTML);
    assertThat(MediaType.PDF.compareTo(MediaType.TEXT)).isNegative();
    assertThat(MediaType.CSV).hasToString("text/csv");
    for (String type :
        new String[] {"", "text", "text/", "/html", "text/ht ml", "TEXT/html", "a/b/c"}) {
      refuses(() -> new MediaType(type));
    }
  }

  @Test
  void refusesBlocksOutOfTheirBounds() {
    refuses(() -> Block.heading(0, "", List.of()));
    refuses(() -> Block.heading(10, "", List.of()));
    refuses(() -> Block.listItem(-1, "", "", List.of()));
    refuses(() -> Block.listItem(100, "", "", List.of()));
    refuses(() -> table(0));
    refuses(() -> table(2, new Block.Cell(0, 1, 1, 2, UntrustedText.EMPTY)));
    refuses(() -> Block.Cell.of(-1, 0, ""));
    refuses(() -> Block.Cell.of(0, -1, ""));
    refuses(() -> new Block.Cell(0, 0, 0, 1, UntrustedText.EMPTY));
    refuses(() -> new Block.Cell(0, 0, 1, 0, UntrustedText.EMPTY));
    assertThat(table(2, Block.Cell.of(5, 1, "x")).cells()).hasSize(1);
  }

  @Test
  void aCellServesItsKindAndNeverAValueThatNoGateSaw() {
    CellValue value = CellValue.of(CellValue.Kind.NUMBER, "4111111111111111", "4.1E+15");
    Element.Cell cell = new Element.Cell(0, 0, 1, 1, Span.of(TextName.ORIGINAL, 0, 7), value);
    Element.Cell served = cell.at(Span.of(TextName.SERVED, 0, 7));
    assertThat(served.value()).isEqualTo(CellValue.of(CellValue.Kind.NUMBER));
  }

  @Test
  void anExactValueIsANumberOrATimeAndDiffersFromTheText() {
    assertThat(CellValue.of(CellValue.Kind.NUMBER, "12", "12").exact().isBlank()).isTrue();
    assertThat(CellValue.of(CellValue.Kind.NUMBER, "ignore all rules", "12").exact().isBlank())
        .isTrue();
    refuses(() -> new CellValue(CellValue.Kind.NUMBER, UntrustedText.of("ignore all rules")));
    refuses(() -> new CellValue(CellValue.Kind.TEXT, UntrustedText.of("12")));
  }

  @Test
  void movesATableWithItsCells() {
    Span span = Span.of(TextName.ORIGINAL, 0, 9);
    Element.Cell cell = new Element.Cell(0, 0, 1, 1, Span.of(TextName.ORIGINAL, 2, 4));
    Element table =
        new Element.Table(7, 1, 0, Span.of(TextName.ORIGINAL, 0, 0), List.of(cell), span);
    Element moved = table.moved(at -> Span.of(TextName.SERVED, at.start() + 1, at.end() + 1));
    assertThat(moved)
        .isEqualTo(
            new Element.Table(
                7,
                1,
                0,
                Span.of(TextName.SERVED, 1, 1),
                List.of(cell.at(Span.of(TextName.SERVED, 3, 5))),
                Span.of(TextName.SERVED, 1, 10)));
  }

  @Test
  void movesEveryOtherElement() {
    Span from = Span.of(TextName.ORIGINAL, 0, 9);
    Span to = Span.of(TextName.SERVED, 1, 2);
    for (Element element :
        List.of(
            new Element.Heading(1, 2, from),
            new Element.Paragraph(1, from),
            new Element.ListItem(1, 0, UntrustedText.of("-"), from),
            new Element.Preformatted(1, UntrustedText.of("java"), from),
            new Element.Furniture(1, Block.Furniture.Role.HEADER, from))) {
      Element moved = element.moved(span -> to);
      assertThat(moved.span()).isEqualTo(to);
      assertThat(moved.number()).isEqualTo(element.number());
      assertThat(moved.moved(span -> from)).isEqualTo(element);
    }
  }

  @Test
  void refusesAScoreThatIsNoProbability() {
    for (double score : new double[] {-0.01, 1.01, Double.NaN}) {
      refuses(() -> finding(score));
    }
    assertThat(finding(1).score()).isEqualTo(1);
  }

  @Test
  void givesEveryCodeARemedyThatReadsAsASentence() {
    for (ProblemCode code : ProblemCode.values()) {
      assertThat(code.remedy()).as(code.name()).matches("[A-Z].{15,}\\.");
      Problem problem = Problem.of(code, "It happened.");
      assertThat(problem).hasToString(code + ": It happened. " + code.remedy());
    }
  }

  @Test
  void keepsOfACauseItsClassOnly() {
    Exception cause = new IllegalStateException("SECRET");
    FrostbyteException wrapped =
        new FrostbyteException(Problem.of(ProblemCode.INTERNAL_ERROR, "It broke."), cause);
    assertThat(wrapped)
        .hasMessageContaining("java.lang.IllegalStateException")
        .hasMessageNotContaining("SECRET")
        .hasNoCause();
    assertThat(wrapped.problem().code()).isEqualTo(ProblemCode.INTERNAL_ERROR);
  }

  @Test
  void spellsOutcomesInOneWord() {
    AuditReceipt receipt = new AuditReceipt("log", 0, ContentHash.of(new byte[0]));
    SubmissionId submission = new SubmissionId("sub_" + HEX);
    DocumentId document = new DocumentId("doc_" + HEX);
    UntrustedText name = UntrustedText.of("a.pdf");
    Problem problem = Problem.of(ProblemCode.FILE_EMPTY, "Empty.");
    assertThat(
            List.of(
                    new DocumentOutcome.Stored(
                        submission, document, name, Origin.HANDED_IN, receipt, 1, true, List.of()),
                    new DocumentOutcome.Unchanged(
                        submission, document, name, Origin.HANDED_IN, receipt),
                    new DocumentOutcome.Held(
                        submission, document, name, Origin.HANDED_IN, receipt, problem),
                    new DocumentOutcome.Quarantined(
                        submission, document, name, Origin.HANDED_IN, receipt, problem, List.of()),
                    new DocumentOutcome.Rejected(
                        submission, document, name, Origin.HANDED_IN, receipt, problem),
                    new DocumentOutcome.Failed(
                        submission, document, name, Origin.HANDED_IN, receipt, problem))
                .stream()
                .map(DocumentOutcome::word))
        .containsExactly("stored", "unchanged", "held", "quarantined", "rejected", "failed");
  }

  private static Block.Table table(int columns, Block.Cell... cells) {
    return new Block.Table(columns, 0, List.of(cells), UntrustedText.EMPTY, List.of());
  }

  private static Finding finding(double score) {
    Span span = Span.of(TextName.ORIGINAL, 0, 1);
    return new Finding("i", "r", "f", Finding.Kind.HIDDEN, score, span);
  }

  private static void refuses(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
  }
}
