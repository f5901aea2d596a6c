package dev.frostbyte.parsers.pdf;

import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentMembershipDictionary;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.jspecify.annotations.Nullable;

/** Which optional content is switched off in the document's default configuration. One thread. */
final class Layers {
  private final @Nullable PDOptionalContentProperties properties;

  private Layers(@Nullable PDOptionalContentProperties properties) {
    this.properties = properties;
  }

  static Layers of(PDDocument document) {
    return new Layers(document.getDocumentCatalog().getOCProperties());
  }

  /** Whether content of this group or membership is not shown. */
  boolean isOff(@Nullable PDPropertyList list) {
    if (list instanceof PDOptionalContentGroup group) {
      return properties != null && !properties.isGroupEnabled(group);
    }
    return list instanceof PDOptionalContentMembershipDictionary member && isMemberOff(member);
  }

  /** The policies of ISO 32000-1, table 99; visibility expressions are not evaluated. */
  private boolean isMemberOff(PDOptionalContentMembershipDictionary member) {
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
}
