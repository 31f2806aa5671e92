/** How a slide was looked at, if the user has asked for that to be recorded: a path of views with their times; no ImageJ types. */
package org.annotomy.slide.viewing;
