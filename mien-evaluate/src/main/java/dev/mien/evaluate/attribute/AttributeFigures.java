package dev.mien.evaluate.attribute;

/** Figures of one attribute. */
public sealed interface AttributeFigures permits CategoryFigures, QuantityFigures {}
