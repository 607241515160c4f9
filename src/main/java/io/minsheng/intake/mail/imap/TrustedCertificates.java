package io.minsheng.intake.mail.imap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Trust in the usual certificates and, for a mail server with one of its own, in those of a PEM file. */
final class TrustedCertificates {

    private TrustedCertificates() {
    }

    /**
     * Makes sockets.
     *
     * @throws IllegalStateException if the file cannot be read, in words for whoever starts the program
     */
    static SSLSocketFactory sockets(Path pem) {
        try {
            List<Certificate> trusted = usual();
            try (InputStream in = Files.newInputStream(pem)) {
                trusted.addAll(CertificateFactory.getInstance("X.509").generateCertificates(in));
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < trusted.size(); i++) {
                store.setCertificateEntry(String.valueOf(i), trusted.get(i));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store).getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("MINSHENG_MAILBOX_CERTIFICATES：证书文件 " + pem + " 无法读取：" + e.getMessage(), e);
        }
    }

    private static List<Certificate> usual() throws GeneralSecurityException {
        List<Certificate> usual = new ArrayList<>();
        for (var each : managers(null).getTrustManagers()) {
            if (each instanceof X509TrustManager x509) {
                usual.addAll(List.of(x509.getAcceptedIssuers()));
            }
        }
        return usual;
    }

    private static TrustManagerFactory managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        return managers;
    }
}
