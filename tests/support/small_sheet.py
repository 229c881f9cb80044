"""Pieces of a small sheet, and what tests do with files again and again."""

# Two lanes and three steps, one of them a decision.
FLOW = """  <pelaksana><aktor id="umum">Bagian Umum</aktor><aktor id="kepala">Kepala</aktor></pelaksana>
  <prosedur>
    <langkah id="terima" pelaksana="umum" bentuk="mulai"><uraian>Menerima surat</uraian></langkah>
    <langkah id="periksa" pelaksana="kepala" bentuk="keputusan"><uraian>Memeriksa surat</uraian>
      <alur ke="simpan" label="Ya"/><alur ke="terima" label="Tidak"/></langkah>
    <langkah id="simpan" pelaksana="umum" bentuk="selesai"><uraian>Menyimpan surat</uraian></langkah>
  </prosedur>
"""


def bytes_of(path):
    with open(path, "rb") as f:
        return f.read()
