/** Short words for the user that do not interrupt. */
package org.annotomy.ui.notice;
