package dev.frostbyte.bench.safety.hidden;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;

/** An office file whose parts are rewritten. One thread; closed by {@link #bytes}. */
final class OfficeDraft {
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.";

  private final OPCPackage parts;

  private OfficeDraft(OPCPackage parts) {
    this.parts = parts;
  }

  static OfficeDraft of(ByteArrayOutputStream written) throws IOException {
    try {
      return new OfficeDraft(OPCPackage.open(new ByteArrayInputStream(written.toByteArray())));
    } catch (OpenXML4JException e) {
      throw new IOException("a file of our own making cannot be opened", e);
    }
  }

  OfficeDraft replace(String name, String xml) throws IOException {
    write(parts.getPart(name(name)), xml);
    return this;
  }

  /**
   * Adds a part.
   *
   * @param owner part it belongs to
   * @param kind its relation, without what all relations begin with
   * @param type of its content, without what the types of office files begin with
   */
  OfficeDraft add(String owner, String name, String kind, String type, String xml)
      throws IOException {
    write(parts.createPart(name(name), TYPE + type), xml);
    parts.getPart(name(owner)).addRelationship(name(name), TargetMode.INTERNAL, RELATION + kind);
    return this;
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    parts.save(out);
    parts.revert();
    return out.toByteArray();
  }

  private static void write(PackagePart part, String xml) throws IOException {
    part.clear();
    try (var out = part.getOutputStream()) {
      out.write(xml.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static PackagePartName name(String name) throws IOException {
    try {
      return PackagingURIHelper.createPartName(name);
    } catch (OpenXML4JException e) {
      throw new IOException("no name of a part: " + name, e);
    }
  }
}
