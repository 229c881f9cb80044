"""Outside programs that sign a PDF and judge its signatures: pdfsig of poppler with NSS's keys, and pyHanko, which makes PAdES
signatures as the Indonesian service does.  Each signs an empty field that is there; neither adds one."""
import datetime
import io
import logging
import os
import re
import subprocess

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext

PASSWORD = "rahasia"
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # it tells at length of what it then returns as a verdict


def run(*args, **more):
    return subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120, **more)


class Nss:
    """pdfsig, with a key for each name in a data base of NSS."""

    def __init__(self, folder):
        self.db = "sql:" + os.path.join(folder, "nss")
        os.mkdir(os.path.join(folder, "nss"))
        self.password, self.noise = os.path.join(folder, "password"), os.path.join(folder, "noise")
        with open(self.password, "w") as f:
            f.write(PASSWORD + "\n")
        with open(self.noise, "wb") as f:
            f.write(os.urandom(64))
        self.certutil("-N")

    def certutil(self, *args):
        got = run("certutil", *args, "-d", self.db, "-f", self.password)
        if got.returncode != 0:
            raise RuntimeError("certutil: " + got.stderr.decode())

    def add(self, name):
        self.certutil("-S", "-z", self.noise, "-n", name, "-s", "CN=" + name, "-x", "-t", "CTu,CTu,CTu", "-Z", "SHA256",
                      "--keyUsage", "digitalSignature,nonRepudiation")

    def sign(self, pdf, field, name):
        target = pdf + ".signed"
        got = run("pdfsig", "-nssdir", self.db, "-nss-pwd", PASSWORD, "-sign", field, "-nick", name, "-digest", "SHA256", pdf, target)
        if got.returncode != 0:
            raise RuntimeError("pdfsig: " + (got.stderr or got.stdout).decode())
        os.replace(target, pdf)

    def verdicts(self, pdf):
        """Field by field: None where it is empty, else whether pdfsig calls the signature valid."""
        text = run("pdfsig", "-nocert", "-nssdir", self.db, pdf).stdout.decode()
        out = {}
        for part in text.split("Signature #")[1:]:
            field = re.search(r"Signature Field Name: (.+)", part)[1]
            out[field] = None if "is not signed" in part else "Signature is Valid." in part
        return out


class PyHanko:
    """pyHanko, with a key that lives as long as this object."""

    def __init__(self, name):
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        now = datetime.datetime.now(datetime.timezone.utc)
        usage = x509.KeyUsage(digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
                              key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False)
        certificate = (x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
                       .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=1))
                       .not_valid_after(now + datetime.timedelta(days=30)).add_extension(usage, critical=True)
                       .sign(key, hashes.SHA256()))
        bag = serialization.pkcs12.serialize_key_and_certificates(b"key", key, certificate, None,
                                                                  serialization.BestAvailableEncryption(PASSWORD.encode()))
        self.signer = signers.SimpleSigner.load_pkcs12_data(bag, other_certs=[], passphrase=PASSWORD.encode())
        self.root = list(load_certs_from_pemder_data(certificate.public_bytes(serialization.Encoding.DER)))[0]

    def sign(self, pdf, field):
        with open(pdf, "rb") as f:
            writer = IncrementalPdfFileWriter(io.BytesIO(f.read()))
        meta = signers.PdfSignatureMetadata(field_name=field, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES)
        # A picture, as the service's QR is one: pyHanko's own stamp is set in a font that it does not embed, which PDF/A forbids.
        stamp = StaticStampStyle(background=RawContent(b"0.9 0.9 1 rg 0 0 20 20 re f", box=BoxConstraints(20, 20)))
        made = signers.PdfSigner(meta, signer=self.signer, stamp_style=stamp).sign_pdf(writer, existing_fields_only=True)
        with open(pdf, "wb") as f:
            f.write(made.getvalue())

    def verdicts(self, pdf, strict=True):
        """Field by field of the signed ones: whether the signature is whole and right, covers all that there was when it was
        made, and nothing but signing came after.

        Not strict: pdfsig was the last.  It takes away the appearance of the last empty field and gives its number to another
        object at once, and it dates a field that it signs.  The law forbids the one (ISO 32000-1, 7.5.4), pyHanko the other."""
        with open(pdf, "rb") as f:
            reader = PdfFileReader(io.BytesIO(f.read()), strict=strict)
        out = {}
        for signature in reader.embedded_signatures:
            status = validate_pdf_signature(signature, ValidationContext(trust_roots=[self.root], allow_fetching=False))
            whole = status.coverage in (SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION)
            out[signature.field_name] = status.intact and status.valid and whole and (status.docmdp_ok or not strict)
        return out
