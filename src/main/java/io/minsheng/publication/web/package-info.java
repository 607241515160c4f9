/** The published lists for everyone; drafts, releases, the ledger of answers and letters for the staff. */
package io.minsheng.publication.web;
