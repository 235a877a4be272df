#include "checkers/shared/crypto/suites.h"

#include <string.h>

#include "engine/base/strings.h"

/* By number, from the registry of IANA. */
static const struct {
    uint16_t number;
    const char *name;
} suites[] = {
    {0x0001, "RSA_WITH_NULL_MD5"},
    {0x0002, "RSA_WITH_NULL_SHA"},
    {0x0003, "RSA_EXPORT_WITH_RC4_40_MD5"},
    {0x0004, "RSA_WITH_RC4_128_MD5"},
    {0x0005, "RSA_WITH_RC4_128_SHA"},
    {0x0008, "RSA_EXPORT_WITH_DES40_CBC_SHA"},
    {0x0009, "RSA_WITH_DES_CBC_SHA"},
    {0x000a, "RSA_WITH_3DES_EDE_CBC_SHA"},
    {0x0015, "DHE_RSA_WITH_DES_CBC_SHA"},
    {0x0016, "DHE_RSA_WITH_3DES_EDE_CBC_SHA"},
    {0x0018, "DH_anon_WITH_RC4_128_MD5"},
    {0x001b, "DH_anon_WITH_3DES_EDE_CBC_SHA"},
    {0x002c, "PSK_WITH_NULL_SHA"},
    {0x002f, "RSA_WITH_AES_128_CBC_SHA"},
    {0x0033, "DHE_RSA_WITH_AES_128_CBC_SHA"},
    {0x0034, "DH_anon_WITH_AES_128_CBC_SHA"},
    {0x0035, "RSA_WITH_AES_256_CBC_SHA"},
    {0x0039, "DHE_RSA_WITH_AES_256_CBC_SHA"},
    {0x003a, "DH_anon_WITH_AES_256_CBC_SHA"},
    {0x003b, "RSA_WITH_NULL_SHA256"},
    {0x003c, "RSA_WITH_AES_128_CBC_SHA256"},
    {0x003d, "RSA_WITH_AES_256_CBC_SHA256"},
    {0x0067, "DHE_RSA_WITH_AES_128_CBC_SHA256"},
    {0x006b, "DHE_RSA_WITH_AES_256_CBC_SHA256"},
    {0x008a, "PSK_WITH_RC4_128_SHA"},
    {0x008c, "PSK_WITH_AES_128_CBC_SHA"},
    {0x008d, "PSK_WITH_AES_256_CBC_SHA"},
    {0x009c, "RSA_WITH_AES_128_GCM_SHA256"},
    {0x009d, "RSA_WITH_AES_256_GCM_SHA384"},
    {0x009e, "DHE_RSA_WITH_AES_128_GCM_SHA256"},
    {0x009f, "DHE_RSA_WITH_AES_256_GCM_SHA384"},
    {0x00a8, "PSK_WITH_AES_128_GCM_SHA256"},
    {0x00a9, "PSK_WITH_AES_256_GCM_SHA384"},
    {0x00b0, "PSK_WITH_NULL_SHA256"},
    {0x1301, "AES_128_GCM_SHA256"},
    {0x1302, "AES_256_GCM_SHA384"},
    {0x1303, "CHACHA20_POLY1305_SHA256"},
    {0x1304, "AES_128_CCM_SHA256"},
    {0x1305, "AES_128_CCM_8_SHA256"},
    {0xc006, "ECDHE_ECDSA_WITH_NULL_SHA"},
    {0xc007, "ECDHE_ECDSA_WITH_RC4_128_SHA"},
    {0xc008, "ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA"},
    {0xc009, "ECDHE_ECDSA_WITH_AES_128_CBC_SHA"},
    {0xc00a, "ECDHE_ECDSA_WITH_AES_256_CBC_SHA"},
    {0xc010, "ECDHE_RSA_WITH_NULL_SHA"},
    {0xc011, "ECDHE_RSA_WITH_RC4_128_SHA"},
    {0xc012, "ECDHE_RSA_WITH_3DES_EDE_CBC_SHA"},
    {0xc013, "ECDHE_RSA_WITH_AES_128_CBC_SHA"},
    {0xc014, "ECDHE_RSA_WITH_AES_256_CBC_SHA"},
    {0xc015, "ECDH_anon_WITH_NULL_SHA"},
    {0xc016, "ECDH_anon_WITH_RC4_128_SHA"},
    {0xc018, "ECDH_anon_WITH_AES_128_CBC_SHA"},
    {0xc019, "ECDH_anon_WITH_AES_256_CBC_SHA"},
    {0xc023, "ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"},
    {0xc024, "ECDHE_ECDSA_WITH_AES_256_CBC_SHA384"},
    {0xc027, "ECDHE_RSA_WITH_AES_128_CBC_SHA256"},
    {0xc028, "ECDHE_RSA_WITH_AES_256_CBC_SHA384"},
    {0xc02b, "ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"},
    {0xc02c, "ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"},
    {0xc02f, "ECDHE_RSA_WITH_AES_128_GCM_SHA256"},
    {0xc030, "ECDHE_RSA_WITH_AES_256_GCM_SHA384"},
    {0xc0a8, "PSK_WITH_AES_128_CCM_8"},
    {0xc0ac, "ECDHE_ECDSA_WITH_AES_128_CCM"},
    {0xc0ae, "ECDHE_ECDSA_WITH_AES_128_CCM_8"},
    {0xcca8, "ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"},
    {0xcca9, "ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"},
    {0xccaa, "DHE_RSA_WITH_CHACHA20_POLY1305_SHA256"},
};

const char *vt_suite_name(uint32_t number) {
    for (size_t i = 0; i < sizeof suites / sizeof *suites; i++)
        if (suites[i].number == number)
            return suites[i].name;
    return NULL;
}

const char *vt_suite_next(struct vt_program *program, struct vt_event_ref ref,
                          const struct vt_source *source, size_t *at) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    const char *way = vt_string(unit->strings, event->value);
    bool wire = strcmp(way, "wire") == 0;
    size_t width = wire ? 2 : 4;
    if (source->kind != VT_SOURCE_CONSTANT || source->constant->kind != VT_CONSTANT_BYTES ||
        (!wire && strcmp(way, "int") != 0))
        return NULL;
    const uint8_t *bytes =
        (const uint8_t *)vt_string(source->unit->strings, source->constant->text);
    size_t size = vt_string_length(source->unit->strings, source->constant->text);
    while (*at + width <= size) {
        const uint8_t *b = bytes + *at;
        const char *name = vt_suite_name(wire ? (uint32_t)b[0] << 8 | b[1]
                                              : (uint32_t)b[3] << 24 | (uint32_t)b[2] << 16 |
                                                    (uint32_t)b[1] << 8 | b[0]);
        *at += width;
        if (name)
            return name;
    }
    return NULL;
}
