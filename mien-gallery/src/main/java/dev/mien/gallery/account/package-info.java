/** Accounts and their credentials, whose secret keys are encrypted at rest. */
@NullMarked
package dev.mien.gallery.account;

import org.jspecify.annotations.NullMarked;
