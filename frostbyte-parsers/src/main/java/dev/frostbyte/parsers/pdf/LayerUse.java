package dev.frostbyte.parsers.pdf;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.jspecify.annotations.Nullable;

/**
 * Which layers a viewer switches off because of what they say of their use (ISO 32000-1, 8.11.4).
 */
final class LayerUse {
  private static final COSName EVENTS = COSName.getPDFName("AS");
  private static final COSName EVENT = COSName.getPDFName("Event");
  private static final COSName VIEW = COSName.getPDFName("View");
  private static final COSName USAGE = COSName.getPDFName("Usage");
  private static final COSName STATE = COSName.getPDFName("ViewState");

  private LayerUse() {}

  /** Groups that are off when a document is viewed. */
  static Set<COSDictionary> unviewed(PDOptionalContentProperties properties) {
    Set<COSDictionary> off = Collections.newSetFromMap(new IdentityHashMap<>());
    COSDictionary configuration =
        ((COSDictionary) properties.getCOSObject()).getCOSDictionary(COSName.D);
    COSArray events = configuration == null ? null : configuration.getCOSArray(EVENTS);
    for (int i = 0; events != null && i < events.size(); i++) {
      if (events.getObject(i) instanceof COSDictionary event) {
        add(event, off);
      }
    }
    return off;
  }

  private static void add(COSDictionary event, Set<COSDictionary> off) {
    COSArray groups = event.getCOSArray(COSName.OCGS);
    for (int i = 0; groups != null && i < groups.size(); i++) {
      if (VIEW.equals(event.getCOSName(EVENT))
          && groups.getObject(i) instanceof COSDictionary group
          && isUnviewed(group.getCOSDictionary(USAGE))) {
        off.add(group);
      }
    }
  }

  private static boolean isUnviewed(@Nullable COSDictionary usage) {
    COSDictionary view = usage == null ? null : usage.getCOSDictionary(VIEW);
    return view != null && COSName.OFF.equals(view.getCOSName(STATE));
  }
}
