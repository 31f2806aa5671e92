/** Commands about a disease over time. */
package org.annotomy.command.followup;
