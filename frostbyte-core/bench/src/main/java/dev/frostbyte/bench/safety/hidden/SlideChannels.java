package dev.frostbyte.bench.safety.hidden;

import static dev.frostbyte.bench.safety.hidden.SlideDraft.box;
import static dev.frostbyte.bench.safety.hidden.SlideDraft.placeholder;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Channels of PowerPoint decks; what is hidden stands on the second slide. */
final class SlideChannels {
  private static final String WHITE = "<a:solidFill><a:srgbClr val='FFFFFF'/></a:solidFill>";
  private static final String PAPER = "<a:solidFill><a:schemeClr val='bg1'/></a:solidFill>";

  private SlideChannels() {}

  static List<Channel> all() {
    return List.of(
        hidden(),
        colour(),
        channel(
            "theme colours",
            HiddenChannel.COLOUR,
            run(random -> PAPER),
            run(random -> fill("<a:schemeClr val='lt1'/>")),
            run(
                random ->
                    fill(
                        "<a:schemeClr val='tx1'><a:lumMod val='1000'/><a:lumOff val='99000'/></a:schemeClr>")),
            run(
                random ->
                    fill(
                        "<a:schemeClr val='bg1'><a:lumMod val='"
                            + (97_000 + random.nextInt(3_000))
                            + "'/></a:schemeClr>")),
            run(random -> fill("<a:schemeClr val='accent1'><a:tint val='2000'/></a:schemeClr>")),
            (marks, random) ->
                SlideDraft.grounded(
                    marks,
                    fill("<a:schemeClr val='accent2'/>"),
                    box(
                        "",
                        "",
                        SlideDraft.run(
                            ">" + fill("<a:schemeClr val='accent2'/>"), marks.secret())))),
        channel(
            "size",
            HiddenChannel.SIZE,
            (marks, random) ->
                slide(marks, box("", "", SlideDraft.run(" sz='100'>", marks.secret()))),
            (marks, random) ->
                slide(
                    marks,
                    placeholder(
                        "<a:bodyPr><a:normAutofit fontScale='"
                            + (1_000 + random.nextInt(3_000))
                            + "'/></a:bodyPr>",
                        plain(marks)))),
        inherited(),
        channel(
            "off slide",
            HiddenChannel.OFF_PAGE,
            (marks, random) ->
                slide(
                    marks,
                    SlideDraft.shape(
                        "",
                        "",
                        "<a:off x='" + (20_000_000 + random.nextInt(9_000_000)) + "' y='0'/>",
                        "<a:bodyPr/>",
                        plain(marks))),
            (marks, random) ->
                slide(
                    marks,
                    SlideDraft.shape(
                        "",
                        "",
                        "<a:off x='0' y='-" + (1_000_000 + random.nextInt(9_000_000)) + "'/>",
                        "<a:bodyPr/>",
                        plain(marks)))),
        channel("comments", HiddenChannel.COMMENT, (marks, random) -> SlideDraft.commented(marks)));
  }

  private static Channel hidden() {
    return channel(
        "hidden slides and shapes",
        HiddenChannel.MARKED_HIDDEN,
        (marks, random) -> SlideDraft.of(marks, "show='0'", box("", "", plain(marks)), ""),
        (marks, random) -> SlideDraft.of(marks, "show='false'", table("", plain(marks)), ""),
        (marks, random) -> slide(marks, box("hidden='1'", "", plain(marks))),
        (marks, random) -> slide(marks, group("hidden='1'", box("", "", plain(marks)))),
        (marks, random) ->
            slide(marks, group("", group("hidden='true'", table("", plain(marks))))));
  }

  private static Channel colour() {
    return channel(
            "colour",
            HiddenChannel.COLOUR,
            run(
                random ->
                    fill("<a:srgbClr val='F"
                            + random.nextInt(10)
                            + "F"
                            + random.nextInt(10)
                            + "FF'/>")
                        .replace("F0", "F8")
                        .replace("F1", "F9")
                        .replace("F2", "FA")
                        .replace("F3", "FB")),
            run(random -> fill("<a:prstClr val='white'/>")),
            run(random -> fill("<a:sysClr val='window' lastClr='FFFFFF'/>")),
            run(random -> fill("<a:scrgbClr r='100000' g='100000' b='100000'/>")),
            run(random -> fill("<a:hslClr hue='0' sat='0' lum='100000'/>")),
            run(random -> "<a:noFill/>"),
            run(
                random ->
                    fill(
                        "<a:srgbClr val='000000'><a:alpha val='"
                            + random.nextInt(4_000)
                            + "'/></a:srgbClr>")),
            (marks, random) -> slide(marks, table("", SlideDraft.run(">" + WHITE, marks.secret()))),
            (marks, random) ->
                SlideDraft.grounded(
                    marks,
                    fill("<a:srgbClr val='203040'/>"),
                    box(
                        "",
                        "",
                        SlideDraft.run(">" + fill("<a:srgbClr val='203040'/>"), marks.secret()))))
        .or(HiddenChannel.INVISIBLE);
  }

  private static Channel inherited() {
    return channel(
            "style inheritance",
            HiddenChannel.COLOUR,
            (marks, random) -> slide(marks, box("", listStyle(WHITE, ""), plain(marks))),
            (marks, random) -> slide(marks, box("", listStyle("", " sz='100'"), plain(marks))),
            (marks, random) ->
                slide(
                    marks,
                    box(
                            "",
                            "",
                            "<a:p><a:pPr><a:defRPr>"
                                + WHITE
                                + "</a:defRPr></a:pPr><a:r><a:t>"
                                + marks.secret()
                                + "</a:t></a:r></a:p>")
                        .replace("<a:pPr>", "<a:pPr lvl='0'>")
                        .replace("<a:bodyPr/>", "<a:bodyPr/>" + listStyle(PAPER, ""))),
            (marks, random) ->
                SlideDraft.of(
                    marks, "", placeholder("<a:bodyPr/>", plain(marks)), layout(WHITE, "")),
            (marks, random) ->
                SlideDraft.of(
                    marks, "", placeholder("<a:bodyPr/>", plain(marks)), layout("", " sz='100'")),
            (marks, random) -> slide(marks, styled(plain(marks))))
        .or(HiddenChannel.SIZE);
  }

  private static Channel channel(String name, HiddenChannel proper, Channel.Way... ways) {
    return Channel.of("PPTX", name, proper, "pptx", 2, ways);
  }

  private static Channel.Way run(Function<Random, String> fill) {
    return (marks, random) -> {
      String shape = box("", "", SlideDraft.run(">" + fill.apply(random), marks.secret()));
      return slide(marks, random.nextBoolean() ? shape : group("", shape));
    };
  }

  private static byte[] slide(Marks marks, String shapes) throws java.io.IOException {
    return SlideDraft.of(marks, "", shapes, "");
  }

  private static String plain(Marks marks) {
    return SlideDraft.run(">", marks.secret());
  }

  private static String fill(String colour) {
    return "<a:solidFill>" + colour + "</a:solidFill>";
  }

  private static String listStyle(String fill, String attributes) {
    return "<a:lstStyle><a:lvl1pPr><a:defRPr"
        + attributes
        + ">"
        + fill
        + "</a:defRPr></a:lvl1pPr></a:lstStyle>";
  }

  private static String layout(String fill, String attributes) {
    return placeholder("<a:bodyPr/>" + listStyle(fill, attributes), SlideDraft.run(">", "Layout"));
  }

  /** A shape whose style says the colour of its text. */
  private static String styled(String paragraphs) {
    String style =
        "<p:style><a:lnRef idx='0'/><a:fillRef idx='0'/><a:effectRef idx='0'/>"
            + "<a:fontRef idx='minor'><a:schemeClr val='bg1'/></a:fontRef></p:style>";
    return box("", "", paragraphs).replace("<p:txBody>", style + "<p:txBody>");
  }

  private static String group(String attributes, String shapes) {
    return "<p:grpSp><p:nvGrpSpPr><p:cNvPr id='8' name='G' "
        + attributes
        + "/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"
        + shapes
        + "</p:grpSp>";
  }

  private static String table(String attributes, String paragraphs) {
    return "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id='7' name='T' "
        + attributes
        + "/></p:nvGraphicFramePr><p:xfrm><a:off x='900000' y='900000'/><a:ext cx='4000000' cy='900000'/></p:xfrm>"
        + "<a:graphic><a:graphicData><a:tbl><a:tr><a:tc><a:txBody><a:bodyPr/>"
        + paragraphs
        + "</a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>";
  }
}
