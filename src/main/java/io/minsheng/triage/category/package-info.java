/** Which category a suggestion probably belongs to, learned from what the office has confirmed. */
package io.minsheng.triage.category;
