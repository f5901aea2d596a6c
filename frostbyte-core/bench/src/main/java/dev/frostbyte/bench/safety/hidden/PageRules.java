package dev.frostbyte.bench.safety.hidden;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Text of an HTML page that rules of its style sheet hide. */
final class PageRules {
  private static final String HIDE = "{display:none}";

  private PageRules() {}

  static Channel channel() {
    return new Channel(
        "HTML",
        "class rules",
        Set.of(
            HiddenChannel.MARKED_HIDDEN,
            HiddenChannel.OFF_PAGE,
            HiddenChannel.COLOUR,
            HiddenChannel.SIZE,
            HiddenChannel.INVISIBLE),
        "html",
        0,
        List.of(
            rule("." + "note" + HIDE, "class='note'"),
            rule("p.a,.b .c,.note" + HIDE, "class='x note y'"),
            rule("#n" + HIDE + ".note{display:block}", "id='n' class='note'"),
            rule(".note{display:none!important}.note{display:block}", "class='note'"),
            rule("@media screen{.note" + HIDE + "}", "class='note'"),
            rule("@media all and (min-width:1px){.note" + HIDE + "}", "class='note'"),
            rule("@supports (display:block){.note" + HIDE + "}", "class='note'"),
            rule("@layer base{.note" + HIDE + "}", "class='note'"),
            rule("[data-k=v]" + HIDE, "data-k='v'"),
            rule(
                "body *:not(h1):not(p):not(div):not(ul):not(li):not(table):not(tr):not(td):not(tbody)[data-k]"
                    + HIDE,
                "data-k='v'",
                "i"),
            rule(".note{position:absolute;left:-9999px}", "class='note'"),
            rule(".note{color:#fff}", "class='note'"),
            rule("/* } */ .note{font-size:0}", "class='note'"),
            rule(".note{opacity:0}", "class='note'"),
            rule(":root{--h:none}.note{display:var(--h)}", "class='note'"),
            rule(".out{ .note" + HIDE + " }", "class='note'")));
  }

  private static Channel.Way rule(String rules, String attributes) {
    return PageChannels.way((marks, random) -> page(rules, attributes, marks, random));
  }

  private static Channel.Way rule(String rules, String attributes, String element) {
    return PageChannels.way(
        (marks, random) ->
            new PageChannels.Page(
                "<style>" + rules + "</style>",
                "<p><"
                    + element
                    + " "
                    + attributes
                    + ">"
                    + marks.secret()
                    + "</"
                    + element
                    + "></p>"));
  }

  private static PageChannels.Page page(
      String rules, String attributes, Marks marks, Random random) {
    String inside = PageChannels.nest(" " + attributes, marks.secret(), random);
    String body = "<div class='out'>" + inside + "</div>";
    return new PageChannels.Page("<style>" + rules + "</style>", body);
  }
}
