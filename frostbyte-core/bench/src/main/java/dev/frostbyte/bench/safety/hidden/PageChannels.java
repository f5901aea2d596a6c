package dev.frostbyte.bench.safety.hidden;

import dev.frostbyte.api.model.HiddenChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** Channels of HTML pages. */
final class PageChannels {
  private static final List<String> ELEMENTS = List.of("div", "span", "p", "section", "td", "li");

  private PageChannels() {}

  /** Head and body that hide a secret. */
  record Page(String head, String body) {}

  /** Makes a page. */
  interface Making {
    Page of(Marks marks, Random random);
  }

  static List<Channel> all() {
    return List.of(
        styles("display", HiddenChannel.MARKED_HIDDEN, PageChannels::display),
        styles("visibility", HiddenChannel.MARKED_HIDDEN, PageChannels::visibility),
        attribute(),
        styles("opacity", HiddenChannel.INVISIBLE, PageChannels::opacity),
        styles("size", HiddenChannel.SIZE, PageChannels::size),
        styles("off-page", HiddenChannel.OFF_PAGE, PageChannels::offPage),
        styles("colour", HiddenChannel.COLOUR, PageChannels::colour).or(HiddenChannel.INVISIBLE),
        PageRules.channel(),
        channel(
            "comments",
            HiddenChannel.COMMENT,
            (marks, random) -> new Page("", "<p>a<!-- " + marks.secret() + " -->b</p>"),
            (marks, random) -> new Page("<!--" + marks.secret() + "-->", ""),
            (marks, random) ->
                new Page("", "<table><!--" + marks.secret() + "--><tr><td>x</table>"),
            (marks, random) -> new Page("", "<!--[if mso]>" + marks.secret() + "<![endif]-->")),
        channel(
            "alt",
            HiddenChannel.ALTERNATIVE,
            (marks, random) -> new Page("", "<img src='a.png' alt='" + marks.secret() + "'>"),
            (marks, random) -> new Page("", "<a title='" + marks.secret() + "' href='x'>link</a>"),
            (marks, random) -> new Page("", "<p aria-label='" + marks.secret() + "'>text</p>"),
            (marks, random) ->
                new Page("", "<p aria-description='" + marks.secret() + "'>text</p>"),
            (marks, random) -> new Page("", "<input type='image' alt='" + marks.secret() + "'>"),
            (marks, random) ->
                new Page("", "<table summary='" + marks.secret() + "'><tr><td>x</table>")),
        channel(
            "meta",
            HiddenChannel.METADATA,
            meta("name='description'"),
            meta("name='keywords'"),
            meta("property='og:description'"),
            meta("name='twitter:title'"),
            meta("name='instructions'"),
            meta("itemprop='about'")));
  }

  private static Making meta(String attribute) {
    return (marks, random) ->
        new Page("<meta " + attribute + " content='" + marks.secret() + "'>", "");
  }

  private static Channel attribute() {
    return channel(
        "hidden",
        HiddenChannel.MARKED_HIDDEN,
        (marks, random) -> new Page("", "<div hidden>" + marks.secret() + "</div>"),
        (marks, random) -> new Page("", "<p hidden='until-found'>" + marks.secret() + "</p>"),
        (marks, random) ->
            new Page("", "<section hidden=''><b>" + marks.secret() + "</b></section>"),
        (marks, random) -> new Page("", "<input type='hidden' value='" + marks.secret() + "'>"),
        (marks, random) -> new Page("", "<template>" + marks.secret() + "</template>"),
        (marks, random) -> new Page("", "<dialog>" + marks.secret() + "</dialog>"),
        (marks, random) -> new Page("", "<noscript>" + marks.secret() + "</noscript>"));
  }

  private static List<String> display(Random random) {
    return List.of(
        "display:none",
        "DISPLAY : None !important",
        "display:block;display:none",
        "content-visibility:hidden",
        "--d:none;display:var(--d)");
  }

  private static List<String> visibility(Random random) {
    return List.of("visibility:hidden", "visibility:collapse", "visibility: hidden !important");
  }

  private static List<String> opacity(Random random) {
    return List.of(
        "opacity:0",
        "opacity:" + random.nextInt(4) + "%",
        "opacity:.0" + random.nextInt(4),
        "filter:opacity(0)",
        "filter:opacity(" + random.nextInt(4) + "%)",
        "opacity:calc(0)");
  }

  private static List<String> size(Random random) {
    return List.of(
        "font-size:0",
        "font-size:." + random.nextInt(10) + "px",
        "font-size:0.05em",
        "font:0/0 a",
        "font:italic 1px/1 serif",
        "font-size:calc(0px)",
        "zoom:0.01",
        "font-size:3%");
  }

  private static List<String> offPage(Random random) {
    int far = 1_000 + random.nextInt(9_000);
    return List.of(
        "position:absolute;left:-" + far + "px",
        "position:fixed;top:-" + far + "px",
        "position:absolute;inset:-" + far + "px auto auto -" + far + "px",
        "position:absolute;left:-300vw",
        "position:relative;left:-" + far + "px",
        "text-indent:-" + far + "px",
        "margin-left:-" + far / 10 + "em",
        "margin:-" + far + "px 0 0 0",
        "transform:translateX(-" + far + "px)",
        "transform:translate(" + (far + 5_000) + "px,0)",
        "transform:scale(0)",
        "transform:rotateY(90deg)",
        "translate:-" + far + "px",
        "scale:0",
        "clip:rect(0,0,0,0);position:absolute",
        "clip-path:inset(100%)",
        "clip-path:polygon(0 0,0 0,0 0)",
        "clip-path:circle(0)",
        "height:0;overflow:hidden",
        "width:0px;height:0px;overflow:hidden",
        "max-height:0;overflow:hidden",
        "line-height:0;max-height:0;overflow:clip",
        "width:1px;height:1px;overflow:hidden;position:absolute");
  }

  private static List<String> colour(Random random) {
    int near = 240 + random.nextInt(16);
    return List.of(
        "color:#fff",
        "color:white",
        "color:rgb(" + near + "," + near + ",250)",
        "color:#FFFFFF80",
        "color:hsl(0,0%,100%)",
        "color:hsl(120deg 100% 99%)",
        "color:transparent",
        "color:rgba(0,0,0,0)",
        "color:rgb(0 0 0 / 2%)",
        "color:beige;background:beige",
        "color:seashell",
        "color:#123456;background:#123456",
        "background-color:navy;color:#000080",
        "--c:#fff;color:var(--c)",
        "-webkit-text-fill-color:transparent",
        "color:color-mix(in srgb, white 100%, white)",
        "color:lab(100 0 0)");
  }

  private static Channel styles(
      String name, HiddenChannel proper, Function<Random, List<String>> all) {
    int count = all.apply(new Random(0)).size();
    Making[] makings = new Making[count];
    for (int i = 0; i < count; i++) {
      int number = i;
      makings[i] =
          (marks, random) -> {
            String style = all.apply(random).get(number);
            return new Page("", nest(" style=\"" + style + "\"", marks.secret(), random));
          };
    }
    return channel(name, proper, makings);
  }

  /** An element with attributes around a text, some elements deep. */
  static String nest(String attributes, String text, Random random) {
    String inside = random.nextBoolean() ? text : "<b><i>" + text + "</i></b>";
    String name = ELEMENTS.get(random.nextInt(ELEMENTS.size()));
    String element = "<" + name + attributes + ">" + inside + "</" + name + ">";
    return switch (name) {
      case "td" -> "<table><tr><td>Cell</td>" + element + "</tr></table>";
      case "li" -> "<ul><li>Item</li>" + element + "</ul>";
      case "span" -> "<p>Before " + element + " after</p>";
      default -> "<div>Before " + element + "</div>";
    };
  }

  private static Channel channel(String name, HiddenChannel proper, Making... makings) {
    Channel.Way[] ways = Stream.of(makings).map(PageChannels::way).toArray(Channel.Way[]::new);
    return Channel.of("HTML", name, proper, "html", 0, ways);
  }

  static Channel.Way way(Making making) {
    return (marks, random) ->
        html(marks, making.of(marks, random)).getBytes(StandardCharsets.UTF_8);
  }

  static String html(Marks marks, Page page) {
    return "<!DOCTYPE html><html><head><title>Page</title>"
        + page.head()
        + "</head><body><h1>Heading</h1><p>"
        + marks.shown()
        + "</p>"
        + page.body()
        + "<p>The end</p></body></html>";
  }
}
