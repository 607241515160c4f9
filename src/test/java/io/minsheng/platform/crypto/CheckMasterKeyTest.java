package io.minsheng.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.minsheng.platform.persistence.Settings;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CheckMasterKeyTest {

    @Inject
    Settings settings;
    @Inject
    Vault vault;

    @Test
    void acceptsTheKeyThatTheDatabaseWasSealedWith() {
        assertThat(settings.get(CheckMasterKey.SETTING)).isPresent();
        assertThatCode(() -> new CheckMasterKey(vault, settings).check()).doesNotThrowAnyException();
    }

    @Test
    void refusesToStartWithAnotherKey() {
        CheckMasterKey check = new CheckMasterKey(new Vault(MasterKey.of(new byte[32])), settings);

        assertThatThrownBy(check::check).isInstanceOf(StartRefused.class).hasMessageContaining("主密钥与数据库不符")
                .hasMessageContaining("Start refused");
    }
}
