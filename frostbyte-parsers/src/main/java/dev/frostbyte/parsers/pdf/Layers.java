package dev.frostbyte.parsers.pdf;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentMembershipDictionary;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.jspecify.annotations.Nullable;

/** Which optional content is switched off in the document's default configuration. One thread. */
final class Layers {
  /** Visibility expressions deeper than this are not followed. */
  private static final int DEEPEST = 16;

  /** Parts of one expression that are looked at; parts may be named over and over. */
  private static final int MOST_STEPS = 4_000;

  private static final COSName EXPRESSION = COSName.getPDFName("VE");

  private final @Nullable PDOptionalContentProperties properties;
  private final Set<COSDictionary> unviewed;
  private int steps;

  private Layers(@Nullable PDOptionalContentProperties properties) {
    this.properties = properties;
    this.unviewed = properties == null ? Set.of() : LayerUse.unviewed(properties);
  }

  static Layers of(PDDocument document) {
    return new Layers(document.getDocumentCatalog().getOCProperties());
  }

  /** Whether content of this group or membership is not shown. */
  boolean isOff(@Nullable PDPropertyList list) {
    if (list instanceof PDOptionalContentGroup group) {
      return properties != null
          && (unviewed.contains(group.getCOSObject()) || !properties.isGroupEnabled(group));
    }
    return list instanceof PDOptionalContentMembershipDictionary member && isMemberOff(member);
  }

  /** The policies of ISO 32000-1, table 99; an expression goes before them. */
  private boolean isMemberOff(PDOptionalContentMembershipDictionary member) {
    if (member.getCOSObject().getDictionaryObject(EXPRESSION) instanceof COSArray expression) {
      steps = 0;
      return !isTrue(expression, DEEPEST) || steps > MOST_STEPS;
    }
    List<PDPropertyList> groups = member.getOCGs();
    if (groups.isEmpty()) {
      return false;
    }
    COSName policy = member.getVisibilityPolicy();
    return switch (policy == null ? "AnyOn" : policy.getName()) {
      case "AllOn" -> groups.stream().anyMatch(this::isOff);
      case "AnyOff" -> groups.stream().noneMatch(this::isOff);
      case "AllOff" -> !groups.stream().allMatch(this::isOff);
      default -> groups.stream().allMatch(this::isOff);
    };
  }

  /** And, Or and Not over groups; one that is malformed hides nothing, one too long hides. */
  private boolean isTrue(@Nullable COSBase expression, int depth) {
    if (++steps > MOST_STEPS) {
      return true;
    }
    if (expression instanceof COSDictionary group) {
      return !(PDPropertyList.create(group) instanceof PDOptionalContentGroup known)
          || !isOff(known);
    }
    if (!(expression instanceof COSArray array) || array.size() < 2 || depth == 0) {
      return true;
    }
    IntStream parts = IntStream.range(1, array.size());
    return switch (array.getName(0, "")) {
      case "And" -> parts.allMatch(part -> isTrue(array.getObject(part), depth - 1));
      case "Or" -> parts.anyMatch(part -> isTrue(array.getObject(part), depth - 1));
      case "Not" -> !isTrue(array.getObject(1), depth - 1);
      default -> true;
    };
  }
}
