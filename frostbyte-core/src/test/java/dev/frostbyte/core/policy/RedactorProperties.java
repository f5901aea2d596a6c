package dev.frostbyte.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.Completeness;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class RedactorProperties {
  /** Code points that stand for personal data and occur nowhere else. */
  private static final int SECRET = 0xF0000;

  /** A document whose redacted places hold nothing but secrets. */
  private record Case(CanonicalDocument document, List<Finding> findings) {
    static Case of(long seed) {
      Random random = new Random(seed);
      int length = random.nextInt(200);
      List<Finding> findings = new ArrayList<>();
      int[] text = new int[length];
      for (int i = 0; i < length; i++) {
        text[i] = random.nextInt(5) == 0 ? 0x1F600 : 'a' + random.nextInt(26);
      }
      for (int i = random.nextInt(12); i > 0 && length > 0; i--) {
        int start = random.nextInt(length);
        int end = Math.min(length, start + random.nextInt(20));
        findings.add(
            RedactorProperties.finding(
                start,
                end,
                List.of("SSN", "EMAIL", "PHONE").get(random.nextInt(3)),
                random.nextDouble()));
        java.util.Arrays.fill(text, start, end, SECRET + i);
      }
      return new Case(
          RedactorProperties.document(new String(text, 0, length), elements(length, random)),
          findings);
    }

    private static List<Element> elements(int length, Random random) {
      List<Element> elements = new ArrayList<>();
      for (int at = 0; at < length; ) {
        int end = Math.min(length, at + 1 + random.nextInt(30));
        elements.add(new Element.Paragraph(elements.size(), Span.of(TextName.ORIGINAL, at, end)));
        at = end + random.nextInt(2);
      }
      return elements;
    }
  }

  @Property
  void noRedactedCodePointSurvives(@ForAll long seed) {
    Case one = Case.of(seed);
    String served = Redactor.redact(one.document(), one.findings()).document().text().value();
    assertThat(served.codePoints()).noneMatch(c -> c >= SECRET && c < SECRET + 0x100);
  }

  @Property
  void whatIsNotRedactedStaysEqualAndLengthsAddUp(@ForAll long seed) {
    Case one = Case.of(seed);
    Redactor.Redacted redacted = Redactor.redact(one.document(), one.findings());
    CodePoints original = CodePoints.of(one.document().original().value());
    CodePoints served = CodePoints.of(redacted.document().text().value());
    int from = 0;
    int servedFrom = 0;
    for (Redaction redaction : redacted.map().redactions()) {
      assertThat(served.slice(servedFrom, redaction.served().start()))
          .isEqualTo(original.slice(from, redaction.original().start()));
      assertThat(served.slice(redaction.served().start(), redaction.served().end()))
          .isEqualTo("[REDACTED:" + redaction.type() + "]");
      from = redaction.original().end();
      servedFrom = redaction.served().end();
    }
    assertThat(served.slice(servedFrom, served.length()))
        .isEqualTo(original.slice(from, original.length()));
  }

  @Property
  void everyElementMapsMonotonicallyAndApart(@ForAll long seed) {
    Case one = Case.of(seed);
    Redactor.Redacted redacted = Redactor.redact(one.document(), one.findings());
    int length = CodePoints.of(redacted.document().text().value()).length();
    int last = 0;
    for (Element element : redacted.document().elements()) {
      assertThat(element.span().text()).isEqualTo(TextName.SERVED);
      assertThat(element.span().start()).isGreaterThanOrEqualTo(last);
      last = element.span().end();
    }
    assertThat(last).isLessThanOrEqualTo(length);
  }

  @Property
  void aPlaceFoundInServedLeadsBackToEqualText(@ForAll long seed) {
    Case one = Case.of(seed);
    Redactor.Redacted redacted = Redactor.redact(one.document(), one.findings());
    CodePoints served = CodePoints.of(redacted.document().text().value());
    Random random = new Random(seed);
    int start = served.length() == 0 ? 0 : random.nextInt(served.length());
    int end = Math.min(served.length(), start + random.nextInt(40));
    Span back = redacted.map().toOriginal(Span.of(TextName.SERVED, start, end));
    Span again = redacted.map().toServed(back);
    assertThat(again.start()).isLessThanOrEqualTo(start);
    assertThat(again.end()).isGreaterThanOrEqualTo(end);
  }

  @Property
  void nothingRedactedMeansNothingMoved(@ForAll long seed) {
    Case one = Case.of(seed);
    Redactor.Redacted redacted = Redactor.redact(one.document(), List.of());
    assertThat(redacted.document().text()).isEqualTo(one.document().original());
    assertThat(redacted.map()).isEqualTo(RedactionMap.IDENTITY);
  }

  static Finding finding(int start, int end, String type, double score) {
    Span span = Span.of(TextName.ORIGINAL, start, end);
    return new Finding("pii", "pii.test", type, Finding.Kind.PERSONAL, score, span);
  }

  static CanonicalDocument document(String text, List<Element> elements) {
    return new CanonicalDocument(
        MediaType.TEXT,
        ContentHash.of(new byte[0]),
        "test",
        CanonicalDocument.UNDETERMINED,
        0,
        List.of(),
        true,
        new Completeness(-1, 0, 0, 0),
        UntrustedText.of(text),
        UntrustedText.EMPTY,
        elements,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
