package dev.frostbyte.parsers.office;

import java.io.IOException;
import java.util.List;

/** Word documents for tests, with a few styles and lists. */
final class WordFile {
  private static final String STYLES =
      """
      <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/></w:style>
      <w:style w:type='paragraph' w:styleId='H1'><w:name w:val='heading 1'/>
        <w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>
      <w:style w:type='paragraph' w:styleId='Mine'><w:basedOn w:val='H1'/></w:style>
      <w:style w:type='paragraph' w:styleId='H3'><w:name w:val='Heading 3'/></w:style>
      <w:style w:type='paragraph' w:styleId='T'><w:name w:val='Title'/></w:style>
      <w:style w:type='paragraph' w:styleId='Code'><w:name w:val='Source Code'/></w:style>
      <w:style w:type='paragraph' w:styleId='Toc'><w:name w:val='toc 1'/></w:style>
      <w:style w:type='character' w:styleId='Ghost'><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type='character' w:styleId='Ghost2'><w:basedOn w:val='Ghost'/></w:style>
      <w:style w:type='paragraph' w:styleId='A'><w:basedOn w:val='B'/></w:style>
      <w:style w:type='paragraph' w:styleId='B'><w:basedOn w:val='A'/></w:style>
      """;

  private static final String NUMBERING =
      """
      <w:abstractNum w:abstractNumId='1'>
        <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>
        <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1.%2)'/></w:lvl>
      </w:abstractNum>
      <w:abstractNum w:abstractNumId='2'>
        <w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='o'/></w:lvl>
        <w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/><w:lvlText w:val=' '/></w:lvl>
      </w:abstractNum>
      <w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>
      <w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num>
      <w:num w:numId='3'><w:abstractNumId w:val='1'/>
        <w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride></w:num>
      """;

  private WordFile() {}

  static List<String> shown(String body) throws IOException {
    OfficeFile file =
        OfficeFile.word(body)
            .part("word/styles.xml", "w:styles", STYLES)
            .part("word/numbering.xml", "w:numbering", NUMBERING)
            .relate("word/document.xml", "s", "styles", "word/styles.xml")
            .relate("word/document.xml", "n", "numbering", "word/numbering.xml");
    return Shown.of(file.blocks());
  }

  static String p(String properties, String content) {
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + content + "</w:p>";
  }

  static String r(String text) {
    return run("", text);
  }

  static String run(String properties, String text) {
    return "<w:r><w:rPr>"
        + properties
        + "</w:rPr><w:t xml:space='preserve'>"
        + text
        + "</w:t></w:r>";
  }

  static String item(int list, int level, String text) {
    String place =
        "<w:numPr><w:ilvl w:val='" + level + "'/><w:numId w:val='" + list + "'/></w:numPr>";
    return p(place, r(text));
  }

  static String tc(String properties, String content) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
  }
}
