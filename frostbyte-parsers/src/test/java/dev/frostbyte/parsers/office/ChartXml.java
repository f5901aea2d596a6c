package dev.frostbyte.parsers.office;

/** Parts of charts as XML, one point each. Stateless. */
final class ChartXml {
  static final String AXES =
      "<c:catAx><c:axId val='1'/><c:delete val='0'/></c:catAx><c:valAx><c:axId val='2'/></c:valAx>";
  static final String LEGEND = "<c:legend/>";

  private ChartXml() {}

  static String chart(String title) {
    return chart(title, "");
  }

  static String chart(String title, String fill) {
    return "<c:chart>" + title + "<c:plotArea/></c:chart><c:spPr>" + fill + "</c:spPr><end/>";
  }

  static String plot(String plot, String more) {
    return "<c:chart>" + more + "<c:plotArea>" + plot + "</c:plotArea></c:chart>";
  }

  static String bars(String series) {
    return "<c:barChart>" + series + "<c:axId val='1'/><c:axId val='2'/></c:barChart>" + AXES;
  }

  static String labelled(String label) {
    return plot(bars(ser("A", "", "1").replace("<c:val>", labels(label) + "<c:val>")), LEGEND);
  }

  static String labels(String inside) {
    return "<c:dLbls>" + inside + "</c:dLbls>";
  }

  static String title(String attributes, String fill) {
    return "<c:title><c:tx><c:rich>" + words(attributes, fill) + "</c:rich></c:tx></c:title>";
  }

  static String words(String attributes, String fill) {
    return "<a:p><a:r><a:rPr "
        + attributes
        + ">"
        + fill
        + "</a:rPr><a:t>secret words</a:t></a:r></a:p>";
  }

  static String properties(String attributes, String fill) {
    return "<c:txPr><a:p><a:pPr><a:defRPr "
        + attributes
        + ">"
        + fill
        + "</a:defRPr></a:pPr></a:p></c:txPr>";
  }

  static String solid(String colour) {
    return "<a:solidFill><a:srgbClr val='" + colour + "'/></a:solidFill>";
  }

  static String ser(String name, String categories, String value) {
    return "<c:ser>" + inner(name, categories, value) + "</c:ser>";
  }

  static String inner(String name, String categories, String value) {
    return "<c:tx>"
        + strings(name)
        + "</c:tx><c:cat>"
        + categories
        + "</c:cat><c:val>"
        + numbers(value)
        + "</c:val>";
  }

  static String strings(String text) {
    return "<c:strRef><c:strCache>" + point(0, text) + "</c:strCache></c:strRef>";
  }

  static String numbers(String number) {
    return "<c:numRef><c:numCache>" + point(0, number) + "</c:numCache></c:numRef>";
  }

  static String point(int number, String value) {
    return "<c:pt idx='" + number + "'><c:v>" + value + "</c:v></c:pt>";
  }
}
