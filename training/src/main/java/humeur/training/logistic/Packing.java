package humeur.training.logistic;

/**
 * How a bucket's byte holds its owner's fingerprint, in the high bits, and its weight's level in the codebook, below.
 *
 * @param fingerprintBits how many bits the fingerprint takes
 */
record Packing(int fingerprintBits) {
    int levelBits() {
        return Byte.SIZE - fingerprintBits;
    }

    /** The size of the codebook. */
    int levels() {
        return 1 << levelBits();
    }

    byte[] codes(LogisticModel model, Codebook codebook) {
        byte[] codes = new byte[model.weights().length];
        byte[] fingerprints = model.owners().fingerprints();
        for (int bucket = 0; bucket < codes.length; bucket++) {
            codes[bucket] = (byte) (fingerprints[bucket] << levelBits() | codebook.code(model.weights()[bucket]));
        }
        return codes;
    }

    byte fingerprint(byte code) {
        return (byte) ((code & 0xff) >>> levelBits());
    }

    int level(byte code) {
        return code & levels() - 1;
    }
}
