package dev.mien.models.tfjs;

import java.util.Locale;

/** How one element lies in a weights file (little endian). */
enum StoredType {
  FLOAT32(4),
  INT32(4),
  FLOAT16(2),
  UINT16(2),
  UINT8(1),
  BOOL(1);

  private final int bytes;

  StoredType(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  static StoredType named(String name, String tensor) {
    for (StoredType type : values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
        return type;
      }
    }
    throw new ModelFormatException("tensor '" + tensor + "' has the unknown type '" + name + "'");
  }
}
