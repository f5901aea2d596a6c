package dev.frostbyte.parsers.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The less usual ways to hide text in a web page; {@link HtmlParserTest} has the usual ones. */
class HiddenChannelsInPagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "--d:none;display:var(--d)~MARKED_HIDDEN",
        "display:var(--unknown,none)~MARKED_HIDDEN",
        "opacity:calc(0)~INVISIBLE",
        "filter:opacity(2%)~INVISIBLE",
        "font:0/0 a~SIZE",
        "zoom:0.01~SIZE",
        "font-size:calc(0px)~SIZE",
        "color:hsl(0,0%,100%)~COLOUR",
        "color:seashell~COLOUR",
        "color:beige;background:beige~COLOUR",
        "position:relative;left:-4000px~OFF_PAGE",
        "position:absolute;inset:-4000px auto auto 0~OFF_PAGE",
        "margin:-4000px 0 0 0~OFF_PAGE",
        "transform:rotateY(90deg)~OFF_PAGE",
        "translate:-4000px~OFF_PAGE",
        "scale:0~OFF_PAGE",
        "clip-path:polygon(0 0,0 0,0 0)~OFF_PAGE"
      })
  void findsWhatStylesHide(String style, HiddenChannel channel) {
    assertThat(look("", "style=\"" + style + "\"")).contains(channel);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#n{display:none}.note{display:block}",
        ".note{display:none!important}.note{display:block}",
        "@media all and (min-width:1px){.note{display:none}}",
        "@media print,screen{.note{display:none}}",
        "@supports (display:block){.note{display:none}}",
        "@layer base{@media screen{.note{display:none}}}",
        ":root{--h:none}.note{display:var(--h)}",
        "body{ .note{display:none} }"
      })
  void findsWhatRulesHide(String rules) {
    assertThat(look(rules, "id=n class=note")).contains(HiddenChannel.MARKED_HIDDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".note{display:none}#n{display:block}",
        ".note{display:none}.note{display:block!important}",
        "@media print{.note{display:none}}",
        "@media (max-width:600px){.note{display:none}}",
        "@media (prefers-reduced-motion){.note{display:none}}",
        "@supports not (display:block){.note{display:none}}",
        ".note{transform:rotateY(180deg)}",
        ".note{transform:translate(10px,20px)}",
        ".note{margin:-10px}",
        ".note{color:hsl(0,100%,40%)}",
        ".note{font:bold 12px/1.5 serif}"
      })
  void seesWhatRulesLeaveAlone(String rules) {
    assertThat(look(rules, "id=n class=note")).isEmpty();
  }

  private static Optional<HiddenChannel> look(String rules, String attributes) {
    Document page =
        Jsoup.parse("<style>" + rules + "</style><body><p " + attributes + ">words</p></body>");
    Looks looks = Looks.of(page);
    Look look = looks.ofPage();
    for (Element element : List.of(page.body(), page.select("p").getFirst())) {
      look = looks.inside(element, look);
    }
    return look.hides();
  }
}
