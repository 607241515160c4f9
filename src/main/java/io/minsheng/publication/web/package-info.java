/** The published lists for everyone; drafts, releases, corrections and redactions for the staff. */
package io.minsheng.publication.web;
