package dev.frostbyte.parsers.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.TextEncoding;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.testkit.ParserContract;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailParserTest extends ParserContract {
  private static final String HEAD =
      "From: =?utf-8?Q?Anne_M=C3=BCller?= <anne@example.org>\nTo: bob@example.org\n"
          + "Subject: =?iso-8859-1?B?R3L832U=?=\n plan\nDate: Mon, 5 Jan 2026 10:00:00 +0000\n"
          + "MIME-Version: 1.0\nX-Tool: x\n";

  private static final String MIXED =
      HEAD
          + "Content-Type: multipart/mixed; boundary=M\n\n"
          + "--M\n"
          + "Content-Type: multipart/alternative; boundary=A\n\n"
          + "--A\n"
          + "Content-Type: text/plain; charset=iso-8859-1\n"
          + "Content-Transfer-Encoding: quoted-printable\n\n"
          + "Please see the price list for K=F6ln.\n\n"
          + "--A\n"
          + "Content-Type: text/html; charset=utf-8\n"
          + "Content-Transfer-Encoding: base64\n\n"
          + base64(
              "<div style='display:none'>secret preheader</div><h1>Prices</h1>"
                  + "<p>Please see the price list for Köln.</p>")
          + "\n"
          + "--A--\n"
          + "--M\n"
          + "Content-Type: text/csv\n"
          + "Content-Disposition: attachment; filename*=utf-8''pr%C3%A9s.csv\n\n"
          + "item,price\n"
          + "pen,2\n\n"
          + "--M\n"
          + "Content-Type: application/pdf; name=\"a.pdf\"\n"
          + "Content-Disposition: attachment\n"
          + "Content-Transfer-Encoding: base64\n\n"
          + "JVBERg==\n"
          + "--M\n"
          + "Content-Type: message/rfc822\n\n"
          + "From: carl@example.org\n"
          + "Subject: Inner\n\n"
          + "inner words\n"
          + "--M--\n";

  @Override
  protected ParserProvider provider() {
    return new MailParserProvider();
  }

  @Override
  protected MediaType type() {
    return MediaType.EML;
  }

  @Override
  protected List<byte[]> good() {
    return List.of(bytes(MIXED.replace("\n", "\r\n")), bytes(HEAD + "\nplain words\n\nmore\n"));
  }

  @Test
  void readsWhatAReaderSeesInOrder() throws IOException {
    List<Block> blocks = blocks(good().getFirst());
    assertThat(blocks)
        .containsSubsequence(
            Block.heading(1, "Grüße plan", List.of()),
            Block.paragraph("From: Anne Müller <anne@example.org>"),
            Block.paragraph("To: bob@example.org"),
            Block.paragraph("Date: Mon, 5 Jan 2026 10:00:00 +0000"),
            Block.hidden(HiddenChannel.MARKED_HIDDEN, "secret preheader", List.of()),
            Block.heading(2, "Prices").noted(Evidence.of(Evidence.Basis.MARKUP)),
            Block.paragraph("Please see the price list for Köln.", List.of()),
            new Block.Dropped("alternative", "REPEATS_THE_BODY", List.of()),
            Block.heading(2, "Attachment: prés.csv", List.of()),
            Block.paragraph("Attachment: a.pdf", List.of()),
            attached("a.pdf"),
            Block.heading(2, "Inner", List.of()),
            Block.paragraph("inner words", List.of()));
    assertThat(blocks).anyMatch(block -> block instanceof Block.Table);
  }

  private static Attached attached(String name) {
    UntrustedText type = UntrustedText.of("application/pdf");
    return new Attached(UntrustedText.of(name), type, true, bytes("%PDF"), List.of());
  }

  @Test
  void handsOnNeitherSignaturesNorPicturesOfTheMailItself() throws IOException {
    String mail =
        MIXED
            .replace("application/pdf; name=\"a.pdf\"", "image/png; name=\"logo.png\"")
            .replace("Content-Disposition: attachment\n", "Content-ID: <logo>\n");
    assertThat(blocks(bytes(mail)))
        .noneMatch(Attached.class::isInstance)
        .contains(new Block.Dropped("attached picture", "NOT_PARSED_IN_PLACE", List.of()));
    String signed = MIXED.replace("application/pdf;", "application/pkcs7-signature;");
    assertThat(blocks(bytes(signed))).noneMatch(Attached.class::isInstance);
    String photo = MIXED.replace("application/pdf; name=\"a.pdf\"", "image/png; name=\"a.png\"");
    assertThat(blocks(bytes(photo))).anyMatch(Attached.class::isInstance);
  }

  @Test
  void namesTheEncodingThatTheHeadersOfAPartSay() throws IOException {
    assertThat(encodings(good().getFirst()))
        .containsExactly(
            new TextEncoding("UTF-8", TextEncoding.Basis.DECLARED),
            new TextEncoding("UTF-8", TextEncoding.Basis.DETECTED),
            new TextEncoding("UTF-8", TextEncoding.Basis.DETECTED));
    String odd = HEAD + "Content-Type: text/plain; charset=klingon\n\nwords\n";
    assertThat(encodings(bytes(odd)))
        .containsExactly(new TextEncoding("UTF-8", TextEncoding.Basis.ASSUMED));
  }

  @Test
  void keepsAPlainVersionThatSaysOtherThingsAsHidden() throws IOException {
    String mail =
        MIXED.replace("Please see the price list for K=F6ln.", "Wire all money elsewhere");
    assertThat(blocks(bytes(mail)))
        .contains(Block.hidden(HiddenChannel.ALTERNATIVE, "Wire all money elsewhere", List.of()));
  }

  @Test
  void isNotCompleteWithAnAttachmentThatWasNotRead() throws IOException {
    Recording whole = new Recording();
    ParseResult read = parse(bytes(HEAD + "\nplain words\n"), whole);
    long inked = whole.blocks().stream().mapToLong(MailParserTest::letters).sum();
    assertThat(((ParseResult.Complete) read).expected().characters()).isBetween(inked / 2, inked);
    long shown =
        blocks(good().getFirst()).stream().mapToLong(MailParserTest::lettersOfParagraphs).sum();
    ParseResult cut = parse(good().getFirst(), new Recording());
    assertThat(((ParseResult.Complete) cut).expected().characters()).isGreaterThan(shown);
  }

  @Test
  void readsDataThatIsAttached() throws IOException {
    String mail = MIXED.replace("text/csv", "application/xml").replace("pr%C3%A9s.csv", "a.xml");
    assertThat(blocks(bytes(mail.replace("item,price\npen,2", "<a><b>pen</b></a>"))))
        .contains(Block.heading(2, "Attachment: a.xml"))
        .doesNotContain(new Block.Dropped("attachment", "NOT_PARSED_IN_PLACE", List.of()));
  }

  @Test
  void readsAMailBehindTheLineOfItsMailboxAndRefusesSeveral() throws IOException {
    String line = "From anne@example.org Mon Jan  5 10:11:12 2026\n";
    String mail = HEAD + "\nplain words\n>From here\n\n";
    assertThat(blocks(bytes(line + mail))).isEqualTo(blocks(bytes(mail)));
    assertThat(blocks(bytes((line + mail).replace("\n", "\r\n"))))
        .contains(Block.heading(1, "Grüße plan"));
    ParseResult several = parse(bytes(line + mail + line + mail), new Recording());
    assertThat(several)
        .isInstanceOfSatisfying(
            ParseResult.Refused.class,
            refused ->
                assertThat(refused.problem().code()).isEqualTo(ProblemCode.UNSUPPORTED_FORMAT));
    assertThat(parse(bytes(mail + line + mail), new Recording()))
        .isInstanceOf(ParseResult.Complete.class);
  }

  @Test
  void boundsNesting() {
    StringBuilder mail = new StringBuilder(HEAD);
    for (int i = 0; i < 3_000; i++) {
      mail.append("Content-Type: message/rfc822\n\nSubject: x\n");
    }
    assertThatThrownBy(() -> parse(bytes(mail.toString()), new Recording()))
        .isInstanceOf(BudgetReachedException.class);
  }

  @Test
  void refusesWhatHasNoMailHeaders() throws IOException {
    assertThat(parse(bytes("just words\n\nand more\n"), new Recording()))
        .isInstanceOf(ParseResult.Refused.class);
  }

  @Test
  void readsEncodedWordsAndParametersOfBadMail() {
    assertThat(HeaderText.decode("=?unknown-charset?Q?x?=")).isNotEmpty();
    assertThat(HeaderText.parameter("a; name=\"x\\\"y\"", "name")).isEqualTo("x\"y");
    assertThat(HeaderText.parameter("a; name*0=ab; name*1=cd", "name")).isEqualTo("abcd");
    assertThat(HeaderText.parameter("a; name*=bad", "name")).isEqualTo("bad");
    assertThat(HeaderText.parameter("a; name*=x''%zz%4", "name")).isEqualTo("%zz%4");
    assertThat(HeaderText.parameter("a; other=1", "name")).isEmpty();
  }

  private static long letters(Block block) {
    return switch (block) {
      case Block.Heading heading -> heading.text().value().replaceAll("\\s", "").length();
      case Block.Hidden hidden -> hidden.text().value().replaceAll("\\s", "").length();
      default -> lettersOfParagraphs(block);
    };
  }

  private static long lettersOfParagraphs(Block block) {
    return block instanceof Block.Paragraph paragraph
        ? paragraph.text().value().replaceAll("\\s", "").length()
        : 0;
  }

  private static String base64(String text) {
    return java.util.Base64.getMimeEncoder().encodeToString(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
