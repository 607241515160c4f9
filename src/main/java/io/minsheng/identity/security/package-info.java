/** Sign-in by form or HTTP Basic: password check with lockout, identity of a session, challenge that fits page or API. */
package io.minsheng.identity.security;
