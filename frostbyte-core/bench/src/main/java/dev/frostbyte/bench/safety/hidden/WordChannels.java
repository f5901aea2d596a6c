package dev.frostbyte.bench.safety.hidden;

import static dev.frostbyte.bench.safety.hidden.WordDraft.among;
import static dev.frostbyte.bench.safety.hidden.WordDraft.chain;
import static dev.frostbyte.bench.safety.hidden.WordDraft.paragraph;
import static dev.frostbyte.bench.safety.hidden.WordDraft.run;
import static dev.frostbyte.bench.safety.hidden.WordDraft.table;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.List;
import java.util.Random;

/** Channels of Word documents. */
final class WordChannels {
  private static final String NEVER = "<w:vanish/>";

  private WordChannels() {}

  /** Markup of the body that hides a secret. */
  private interface Body {
    String of(Marks marks, Random random);
  }

  static List<Channel> all() {
    return List.of(
        vanish(),
        colour(),
        theme(),
        channel(
            "size",
            HiddenChannel.SIZE,
            set(random -> "<w:sz w:val='" + (1 + random.nextInt(2)) + "'/>"),
            set(random -> "<w:w w:val='1'/>"),
            styled("character", random -> "<w:sz w:val='2'/>")),
        inherited(),
        deleted(),
        comments());
  }

  private static Channel vanish() {
    return channel(
        "vanish",
        HiddenChannel.MARKED_HIDDEN,
        set(random -> NEVER),
        set(random -> "<w:specVanish w:val='1'/>"),
        set(random -> "<w:vanish w:val='true'/><w:b/><w:color w:val='FF0000'/>"),
        body((marks, random) -> table("", "<w:hidden/>", "", paragraph(marks.secret()))),
        body((marks, random) -> box("hidden='1'", marks)),
        body((marks, random) -> oldBox("visibility:hidden", marks)));
  }

  private static Channel colour() {
    return channel(
            "colour",
            HiddenChannel.COLOUR,
            set(random -> "<w:color w:val='" + near(random) + "'/>"),
            set(random -> "<w:color w:val='FFFF00'/><w:highlight w:val='yellow'/>"),
            set(random -> "<w:color w:val='336699'/><w:shd w:val='clear' w:fill='336699'/>"),
            body(
                (marks, random) -> {
                  String own = run("<w:color w:val='204060'/>", marks.secret());
                  return paragraph("<w:shd w:val='clear' w:fill='204060'/>", own);
                }),
            body(
                (marks, random) -> {
                  String own = paragraph("", run("<w:color w:val='102030'/>", marks.secret()));
                  return table("", "", "<w:shd w:val='clear' w:fill='102030'/>", own);
                }),
            body(
                (marks, random) -> {
                  String own = paragraph("", run("<w:color w:val='405060'/>", marks.secret()));
                  return table("<w:shd w:val='clear' w:fill='405060'/>", "", "", own);
                }),
            (marks, random) ->
                WordDraft.of(
                    marks,
                    "<w:background w:color='DDEEFF'/>",
                    among(random, "<w:color w:val='DDEEFF'/>", marks),
                    ""),
            set(random -> "<w14:textFill><w14:noFill/></w14:textFill>"),
            set(
                random ->
                    "<w14:textFill><w14:solidFill><w14:srgbClr w14:val='000000'>"
                        + "<w14:alpha w14:val='100000'/></w14:srgbClr></w14:solidFill></w14:textFill>"))
        .or(HiddenChannel.INVISIBLE);
  }

  private static Channel theme() {
    return channel(
        "theme colours",
        HiddenChannel.COLOUR,
        set(random -> "<w:color w:val='FFFFFF' w:themeColor='background1'/>"),
        set(random -> "<w:color w:val='000000' w:themeColor='background1' w:themeShade='FF'/>"),
        set(random -> "<w:color w:val='000000' w:themeColor='light1'/>"),
        set(random -> "<w:color w:val='FF0000' w:themeColor='background2'/>"),
        set(random -> "<w:color w:val='FF0000' w:themeColor='accent2'/>"),
        set(
            random ->
                "<w:color w:val='FF0000' w:themeColor='accent1' w:themeTint='0"
                    + (1 + random.nextInt(9))
                    + "'/>"),
        set(
            random ->
                "<w:color w:val='auto' w:themeColor='accent1'/>"
                    + "<w:shd w:val='clear' w:fill='auto' w:themeFill='accent1'/>"),
        styled("paragraph", random -> "<w:color w:val='000000' w:themeColor='background1'/>"));
  }

  private static Channel inherited() {
    return channel(
            "style inheritance",
            HiddenChannel.MARKED_HIDDEN,
            styled("character", random -> NEVER),
            styled("paragraph", random -> NEVER),
            styled("paragraph", random -> "<w:color w:val='FFFFFF'/>"),
            styled("character", random -> "<w:color w:val='FFFFFF'/>"),
            (marks, random) -> {
              String defaults =
                  "<w:docDefaults><w:rPrDefault><w:rPr>"
                      + NEVER
                      + "</w:rPr></w:rPrDefault></w:docDefaults>";
              String shown = "<w:vanish w:val='0'/>";
              return WordDraft.of(
                  new Marks("x", marks.secret()),
                  "",
                  paragraph(marks.secret()) + paragraph("", run(shown, marks.shown())),
                  defaults);
            })
        .or(HiddenChannel.COLOUR);
  }

  private static Channel deleted() {
    return channel(
        "deleted revisions",
        HiddenChannel.DELETED,
        body((marks, random) -> paragraph("", run("", "Kept ") + gone("w:del", marks))),
        body((marks, random) -> paragraph("", gone("w:moveFrom", marks) + run("", "kept"))),
        body(
            (marks, random) ->
                paragraph("", "<w:ins w:id='2' w:author='b'>" + gone("w:del", marks) + "</w:ins>")),
        body(
            (marks, random) ->
                table("", "<w:del w:id='4' w:author='a'/>", "", paragraph(marks.secret()))),
        body(
            (marks, random) ->
                paragraph("<w:rPr><w:del w:id='5' w:author='a'/></w:rPr>", gone("w:del", marks))));
  }

  private static Channel comments() {
    return channel(
        "comments",
        HiddenChannel.COMMENT,
        (marks, random) ->
            WordDraft.commented(
                marks,
                paragraph("", run("", "Discussed") + "<w:r><w:commentReference w:id='1'/></w:r>"),
                "<w:comment w:id='1' w:author='a'>" + paragraph(marks.secret()) + "</w:comment>"),
        (marks, random) ->
            WordDraft.commented(
                marks,
                paragraph("Nobody refers to it"),
                "<w:comment w:id='9' w:author='a'>"
                    + table("", "", "", paragraph(marks.secret()))
                    + "</w:comment>"));
  }

  private static Channel channel(String name, HiddenChannel proper, Channel.Way... ways) {
    return Channel.of("DOCX", name, proper, "docx", 0, ways);
  }

  private static Channel.Way body(Body body) {
    return (marks, random) -> WordDraft.of(marks, body.of(marks, random));
  }

  private static Channel.Way set(java.util.function.Function<Random, String> properties) {
    return body((marks, random) -> among(random, properties.apply(random), marks));
  }

  private static Channel.Way styled(
      String kind, java.util.function.Function<Random, String> properties) {
    return (marks, random) -> {
      String styles = chain(kind, 1 + random.nextInt(6), properties.apply(random));
      boolean paragraph = kind.equals("paragraph");
      String body =
          paragraph
              ? paragraph("<w:pStyle w:val='S0'/>", run("", marks.secret()))
              : among(random, "<w:rStyle w:val='S0'/>", marks);
      return WordDraft.of(marks, "", body, styles);
    };
  }

  private static String near(Random random) {
    return "F%XF%XF%X"
        .formatted(5 + random.nextInt(11), 5 + random.nextInt(11), 5 + random.nextInt(11));
  }

  private static String gone(String element, Marks marks) {
    return "<"
        + element
        + " w:id='3' w:author='a'><w:r><w:delText>"
        + marks.secret()
        + "</w:delText></w:r></"
        + element
        + ">";
  }

  private static String box(String attributes, Marks marks) {
    return paragraph(
        "",
        "<w:r><w:drawing><wp:anchor><wp:docPr id='1' name='Box' "
            + attributes
            + "/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
            + paragraph(marks.secret())
            + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData>"
            + "</a:graphic></wp:anchor></w:drawing></w:r>");
  }

  private static String oldBox(String style, Marks marks) {
    return paragraph(
        "",
        "<w:r><w:pict><v:shape style='"
            + style
            + "'><v:textbox><w:txbxContent>"
            + paragraph(marks.secret())
            + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>");
  }
}
