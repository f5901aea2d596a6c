// Verifies an exported Frostbyte audit log with other people's code only: golang.org/x/mod/sumdb.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run verify.go VKEY DIRECTORY [PROOF...]
//	GO111MODULE=off GOPATH=/usr/share/gocode go run verify.go VKEY -all FOLDER
//
// Checks the checkpoint's signature, every tile, every entry against its leaf hash, every signed
// root, the manifest's signature and hashes, the export's proofs and each proof file. Prints
// "OK <size> <root>" and ends with 0, or says what is wrong and ends with 1. With -all it checks
// every export in a folder whose name does not end in ".consistency", and for each the consistency
// proofs in "<export>.consistency/<newer size>": lines of an older size and the base64 hashes,
// separated by blanks.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	if len(os.Args) < 3 {
		fail(fmt.Errorf("usage: verify VKEY DIRECTORY [PROOF...]"))
	}
	verifier, err := note.NewVerifier(os.Args[1])
	fail(err)
	if os.Args[2] == "-all" {
		verifyAll(os.Args[3], verifier)
		return
	}
	tree := verifyExport(os.Args[2], verifier)
	for _, file := range os.Args[3:] {
		verifyProof(file, os.Args[2], verifier)
	}
	fmt.Println("OK", tree.N, tree.Hash)
}

func verifyAll(folder string, verifier note.Verifier) {
	directories, err := os.ReadDir(folder)
	fail(err)
	logs, proofs := 0, 0
	for _, directory := range directories {
		if !strings.HasSuffix(directory.Name(), ".consistency") {
			proofs += verifyConsistency(filepath.Join(folder, directory.Name()), verifier)
			logs++
		}
	}
	fmt.Println("OK", logs, "logs", proofs, "consistency proofs")
}

func verifyExport(directory string, verifier note.Verifier) tlog.Tree {
	bundles = map[int64][][]byte{}
	text, err := os.ReadFile(filepath.Join(directory, "checkpoint"))
	fail(err)
	origin, tree := open(text, verifier)
	verifyManifest(directory, verifier)
	if tree.N > 0 {
		verifyTree(directory, origin, tree)
	}
	verifyRoots(directory, tree, verifier)
	proofs, err := filepath.Glob(filepath.Join(directory, "proofs", "*.tlog-proof"))
	fail(err)
	if tree.N <= 10000 && int64(len(proofs)) != tree.N {
		fail(fmt.Errorf("%s has %d proofs for %d entries", directory, len(proofs), tree.N))
	}
	for _, proof := range proofs {
		verifyProof(proof, directory, verifier)
	}
	return tree
}

func verifyManifest(directory string, verifier note.Verifier) {
	text, err := os.ReadFile(filepath.Join(directory, "manifest"))
	fail(err)
	opened, err := note.Open(text, note.VerifierList(verifier))
	fail(err)
	lines := strings.Split(strings.TrimSuffix(opened.Text, "\n"), "\n")
	if len(lines) < 4 || lines[0] != "frostbyte-export/v1" {
		fail(fmt.Errorf("%s has no manifest", directory))
	}
	for _, line := range lines[4:] {
		raw, err := os.ReadFile(filepath.Join(directory, line[65:]))
		fail(err)
		hash := sha256.Sum256(raw)
		if hex.EncodeToString(hash[:]) != line[:64] {
			fail(fmt.Errorf("%s is not the file that was signed for", line[65:]))
		}
	}
}

func verifyRoots(directory string, tree tlog.Tree, verifier note.Verifier) {
	files, err := filepath.Glob(filepath.Join(directory, "checkpoints", "*"))
	fail(err)
	reader := tlog.TileHashReader(tree, &tiles{directory})
	for _, file := range files {
		text, err := os.ReadFile(file)
		fail(err)
		_, signed := open(text, verifier)
		if signed.N == 0 {
			continue
		}
		root, err := tlog.TreeHash(signed.N, reader)
		fail(err)
		if root != signed.Hash || filepath.Base(file) != strconv.FormatInt(signed.N, 10) {
			fail(fmt.Errorf("%s is no root of the log", file))
		}
	}
}

// Checks our consistency proofs against the roots of the export.
func verifyConsistency(directory string, verifier note.Verifier) int {
	tree := verifyExport(directory, verifier)
	files, err := filepath.Glob(filepath.Join(directory+".consistency", "*"))
	fail(err)
	reader := tlog.TileHashReader(tree, &tiles{directory})
	checked := 0
	for _, file := range files {
		newer, err := strconv.ParseInt(filepath.Base(file), 10, 64)
		fail(err)
		newerRoot, err := tlog.TreeHash(newer, reader)
		fail(err)
		text, err := os.ReadFile(file)
		fail(err)
		for _, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
			words := strings.Split(line, " ")
			older, err := strconv.ParseInt(words[0], 10, 64)
			fail(err)
			olderRoot, err := tlog.TreeHash(older, reader)
			fail(err)
			fail(tlog.CheckTree(hashes(words[1:]), newer, newerRoot, older, olderRoot))
			checked++
		}
	}
	return checked
}

func hashes(words []string) []tlog.Hash {
	var all []tlog.Hash
	for _, word := range words {
		raw, err := base64.StdEncoding.Strict().DecodeString(word)
		fail(err)
		var hash tlog.Hash
		copy(hash[:], raw)
		all = append(all, hash)
	}
	return all
}

func open(text []byte, verifier note.Verifier) (string, tlog.Tree) {
	opened, err := note.Open(text, note.VerifierList(verifier))
	fail(err)
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" {
		fail(fmt.Errorf("checkpoint has %d lines", len(lines)-1))
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	fail(err)
	hash, err := tlog.ParseHash(lines[2])
	fail(err)
	return lines[0], tlog.Tree{N: size, Hash: hash}
}

func verifyTree(directory, origin string, tree tlog.Tree) {
	reader := tlog.TileHashReader(tree, &tiles{directory})
	var indexes []int64
	for i := int64(0); i < tree.N; i++ {
		indexes = append(indexes, tlog.StoredHashIndex(0, i))
	}
	hashes, err := reader.ReadHashes(indexes)
	fail(err)
	root, err := tlog.TreeHash(tree.N, reader)
	fail(err)
	if root != tree.Hash {
		fail(fmt.Errorf("root differs"))
	}
	for i := int64(0); i < tree.N; i++ {
		entry := entry(directory, tree.N, i)
		if tlog.RecordHash(entry) != hashes[i] {
			fail(fmt.Errorf("entry %d is not under its hash", i))
		}
		var event map[string]interface{}
		fail(json.Unmarshal(entry, &event))
		if event["source"] != origin || event["specversion"] != "1.0" {
			fail(fmt.Errorf("entry %d is no CloudEvent of this log", i))
		}
	}
}

func verifyProof(file, directory string, verifier note.Verifier) {
	text, err := os.ReadFile(file)
	fail(err)
	blank := bytes.Index(text, []byte("\n\n"))
	lines := strings.Split(string(text[:blank]), "\n")
	origin, tree := open(text[blank+2:], verifier)
	if lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "index ") || origin == "" {
		fail(fmt.Errorf("%s is no proof", file))
	}
	index, err := strconv.ParseInt(lines[1][len("index "):], 10, 64)
	fail(err)
	proof := tlog.RecordProof(hashes(lines[2:]))
	leaf := tlog.RecordHash(entry(directory, tree.N, index))
	fail(tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaf))
}

var bundles = map[int64][][]byte{}

func entry(directory string, size, index int64) []byte {
	number := index / 256
	if _, known := bundles[number]; !known {
		bundles[number] = bundle(directory, size, number)
	}
	return bundles[number][index%256]
}

func bundle(directory string, size, number int64) [][]byte {
	width := size - number*256
	if width > 256 {
		width = 256
	}
	path := strings.Replace(tilePath(tlog.Tile{H: height, L: 0, N: number, W: int(width)}), "tile/0/", "tile/entries/", 1)
	raw, err := os.ReadFile(filepath.Join(directory, path))
	fail(err)
	var entries [][]byte
	for len(raw) > 0 {
		length := int(binary.BigEndian.Uint16(raw))
		entries = append(entries, raw[2:2+length])
		raw = raw[2+length:]
	}
	if int64(len(entries)) != width {
		fail(fmt.Errorf("bundle %d holds %d entries instead of %d", number, len(entries), width))
	}
	return entries
}

// tlog-tiles leaves out the tile height that x/mod spells after "tile/".
func tilePath(tile tlog.Tile) string {
	return "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")
}

type tiles struct{ directory string }

func (t *tiles) Height() int { return height }

func (t *tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		raw, err := os.ReadFile(filepath.Join(t.directory, tilePath(tile)))
		if err != nil {
			return nil, err
		}
		all = append(all, raw)
	}
	return all, nil
}

func (t *tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func fail(err error) {
	if err != nil {
		fmt.Println("FAILED", err)
		os.Exit(1)
	}
}
