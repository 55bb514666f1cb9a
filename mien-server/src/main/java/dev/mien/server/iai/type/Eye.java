package dev.mien.server.iai.type;

/**
 * Eyes: glass 0 none, 1 general, 2 sun; open 0 open, 1 closed; eyelid type 0 single, 1 double; size
 * 0 small, 1 general, 2 big.
 */
public record Eye(
    AttributeItem glass, AttributeItem eyeOpen, AttributeItem eyelidType, AttributeItem eyeSize) {
  /** Stands where eyes were not asked for. */
  public static final Eye NONE =
      new Eye(AttributeItem.NONE, AttributeItem.NONE, AttributeItem.NONE, AttributeItem.NONE);
}
