package io.minsheng.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class VaultTest {

    private final Vault vault = new Vault(MasterKey.of(key(1)));

    @Test
    void opensWhatItSealed() {
        byte[] key = vault.newWrappedKey();

        assertThat(vault.openText(key, vault.sealText(key, "张三 𠮷 13812345678"))).isEqualTo("张三 𠮷 13812345678");
        assertThat(vault.openWithMaster(vault.sealWithMaster("回信".getBytes(UTF_8)))).isEqualTo("回信".getBytes(UTF_8));
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        byte[] key = vault.newWrappedKey();

        assertThat(vault.sealText(key, "张三")).isNotEqualTo(vault.sealText(key, "张三"));
        assertThat(vault.newWrappedKey()).isNotEqualTo(key);
    }

    @Test
    void saysErasedOnceTheKeyIsDestroyed() {
        byte[] key = vault.newWrappedKey();
        byte[] sealed = vault.sealText(key, "张三");

        assertThat(vault.openText(null, sealed)).isEqualTo("已删除");
        assertThat(vault.open(null, sealed)).isNull();
        assertThat(vault.openText(null, null)).isNull();
        assertThat(vault.sealText(key, null)).isNull();
    }

    @Test
    void refusesAnotherKeyAnotherContextAndEveryChangedByte() {
        byte[] key = vault.newWrappedKey();
        byte[] sealed = vault.seal(key, "张三".getBytes(UTF_8), "a/0".getBytes(UTF_8));

        assertThatThrownBy(() -> vault.open(vault.newWrappedKey(), sealed, "a/0".getBytes(UTF_8)))
                .isInstanceOf(BrokenSeal.class);
        assertThatThrownBy(() -> vault.open(key, sealed, "a/1".getBytes(UTF_8))).isInstanceOf(BrokenSeal.class);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> vault.open(key, changed, "a/0".getBytes(UTF_8))).isInstanceOf(BrokenSeal.class);
        }
        assertThatThrownBy(() -> vault.open(key, Arrays.copyOf(sealed, 20))).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void refusesAnotherMasterKey() {
        byte[] key = vault.newWrappedKey();
        byte[] sealed = vault.sealText(key, "张三");

        assertThatThrownBy(() -> new Vault(MasterKey.of(key(2))).openText(key, sealed)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void digestsAreStableKeyedAndSeparatedByPurpose() {
        String digest = vault.digest("phone", "13812345678");

        assertThat(digest).matches("[0-9a-f]{64}").isEqualTo(vault.digest("phone", "13812345678"));
        assertThat(vault.digest("query-code", "13812345678")).isNotEqualTo(digest);
        assertThat(new Vault(MasterKey.of(key(2))).digest("phone", "13812345678")).isNotEqualTo(digest);
    }

    private static byte[] key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return key;
    }
}
