// src/t11.ts
import { SaxesParser } from "saxes";

// src/modules/finanzen/rechnungspruefung/decimal.ts
var MAX_DIGITS = 200;
var LEXICAL = /^[\t\n\r ]*([+-]?)([0-9]*)(?:\.([0-9]*))?[\t\n\r ]*$/;
var POWERS = [1n];
function pow10(exponent) {
  for (let i = POWERS.length; i <= exponent; i += 1) POWERS.push(POWERS[i - 1] * 10n);
  return POWERS[exponent];
}
function parseDec(value3) {
  const match = LEXICAL.exec(value3);
  if (!match) return void 0;
  const whole2 = match[2] ?? "";
  const fraction = match[3] ?? "";
  if (whole2 === "" && fraction === "") return void 0;
  if (whole2.length + fraction.length > MAX_DIGITS) return void 0;
  const n3 = BigInt(whole2 + fraction);
  return { n: match[1] === "-" ? -n3 : n3, scale: fraction.length };
}
function dec(literal2) {
  const value3 = parseDec(literal2);
  if (!value3) throw new RangeError(`not a decimal: ${literal2}`);
  return value3;
}
var ZERO = { n: 0n, scale: 0 };
var ONE = { n: 1n, scale: 0 };
var align = (a, scale) => a.scale === scale ? a.n : a.n * pow10(scale - a.scale);
function add(a, b) {
  const scale = Math.max(a.scale, b.scale);
  return { n: align(a, scale) + align(b, scale), scale };
}
var neg = (a) => ({ n: -a.n, scale: a.scale });
var sub = (a, b) => add(a, neg(b));
var mul = (a, b) => ({ n: a.n * b.n, scale: a.scale + b.scale });
var abs = (a) => a.n < 0n ? neg(a) : a;
function cmp(a, b) {
  const scale = Math.max(a.scale, b.scale);
  const x = align(a, scale);
  const y = align(b, scale);
  return x < y ? -1 : x > y ? 1 : 0;
}
var isZero = (a) => a.n === 0n;
var sum = (values) => values.reduce(add, ZERO);
function round(a, places2 = 0) {
  if (a.scale <= places2) return a;
  const unit = pow10(a.scale - places2);
  const shifted = 2n * a.n + unit;
  let q = shifted / (2n * unit);
  if (shifted < 0n && shifted % (2n * unit) !== 0n) q -= 1n;
  return { n: q, scale: places2 };
}
function div(a, b) {
  if (b.n === 0n) return void 0;
  const scale = Math.max(18, a.scale - b.scale + 18);
  const n3 = a.n * pow10(scale + b.scale - a.scale);
  const negative = n3 < 0n !== b.n < 0n;
  const x = n3 < 0n ? -n3 : n3;
  const y = b.n < 0n ? -b.n : b.n;
  let q = x / y;
  if (2n * (x % y) > y) q += 1n;
  return { n: negative ? -q : q, scale };
}
function formatDec(a) {
  const digits = (a.n < 0n ? -a.n : a.n).toString().padStart(a.scale + 1, "0");
  const cut = digits.length - a.scale;
  return (a.n < 0n ? "-" : "") + digits.slice(0, cut) + (a.scale > 0 ? `.${digits.slice(cut)}` : "");
}

// src/modules/finanzen/rechnungspruefung/codes/lists.ts
var LISTS = {
  noteSubject: "AAA AAB AAC AAD AAE AAF AAG AAI AAJ AAK AAL AAM AAN AAO AAP AAQ AAR AAS AAT AAU AAV AAW AAX AAY AAZ ABA ABB ABC ABD ABE ABF ABG ABH ABI ABJ ABK ABL ABM ABN ABO ABP ABQ ABR ABS ABT ABU ABV ABW ABX ABZ ACA ACB ACC ACD ACE ACF ACG ACH ACI ACJ ACK ACL ACM ACN ACO ACP ACQ ACR ACS ACT ACU ACV ACW ACX ACY ACZ ADA ADB ADC ADD ADE ADF ADG ADH ADI ADJ ADK ADL ADM ADN ADO ADP ADQ ADR ADS ADT ADU ADV ADW ADX ADY ADZ AEA AEB AEC AED AEE AEF AEG AEH AEI AEJ AEK AEL AEM AEN AEO AEP AEQ AER AES AET AEU AEV AEW AEX AEY AEZ AFA AFB AFC AFD AFE AFF AFG AFH AFI AFJ AFK AFL AFM AFN AFO AFP AFQ AFR AFS AFT AFU AFV AFW AFX AFY AFZ AGA AGB AGC AGD AGE AGF AGG AGH AGI AGJ AGK AGL AGM AGN AGO AGP AGQ AGR AGS AGT AGU AGV AGW AGX AGY AGZ AHA AHB AHC AHD AHE AHF AHG AHH AHI AHJ AHK AHL AHM AHN AHO AHP AHQ AHR AHS AHT AHU AHV AHW AHX AHY AHZ AIA AIB AIC AID AIE AIF AIG AIH AII AIJ AIK AIL AIM AIN AIO AIP AIQ AIR AIS AIT AIU AIV AIW AIX AIY AIZ AJA AJB ALC ALD ALE ALF ALG ALH ALI ALJ ALK ALL ALM ALN ALO ALP ALQ ARR ARS AUT AUU AUV AUW AUX AUY AUZ AVA AVB AVC AVD AVE AVF BAG BAH BAI BAJ BAK BAL BAM BAN BAO BAP BAQ BAR BAS BLC BLD BLE BLF BLG BLH BLI BLJ BLK BLL BLM BLN BLO BLP BLQ BLR BLS BLT BLU BLV BLW BLX BLY BLZ BMA BMB BMC BMD BME CCI CEX CHG CIP CLP CLR COI CUR CUS DAR DCL DEL DIN DOC DUT EUR FBC GBL GEN GS7 HAN HAZ ICN IIN IMI IND INS INV IRP ITR ITS LAN LIN LOI MCO MDH MKS ORI OSI PAC PAI PAY PKG PKT PMD PMT PRD PRF PRI PUR QIN QQD QUT RAH REG RET REV RQR SAF SIC SIN SLR SPA SPG SPH SPP SPT SRN SSR SUR TCA TDT TRA TRR TXD WHI ZZZ",
  vatPrefix: "1A AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH EL ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XI YE YT ZA ZM ZW",
  invoiceType: "71 80 81 82 84 102 130 202 203 204 211 218 219 295 325 326 331 380 382 383 384 385 386 387 388 389 390 393 394 395 456 457 471 472 473 500 501 527 553 575 623 633 751 780 817 870 875 876 877 935",
  creditNoteType: "81 83 261 262 296 308 381 396 420 458 502 503 532",
  currency: "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNH CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STD SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VES VED VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG",
  timePoint: "3 35 432",
  objectScheme: "AAA AAB AAC AAD AAE AAF AAG AAH AAI AAJ AAK AAL AAM AAN AAO AAP AAQ AAR AAS AAT AAU AAV AAW AAX AAY AAZ ABA ABB ABC ABD ABE ABF ABG ABH ABI ABJ ABK ABL ABM ABN ABO ABP ABQ ABR ABS ABT ABU ABV ABW ABX ABY ABZ AC ACA ACB ACC ACD ACE ACF ACG ACH ACI ACJ ACK ACL ACN ACO ACP ACQ ACR ACT ACU ACV ACW ACX ACY ACZ ADA ADB ADC ADD ADE ADF ADG ADI ADJ ADK ADL ADM ADN ADO ADP ADQ ADT ADU ADV ADW ADX ADY ADZ AE AEA AEB AEC AED AEE AEF AEG AEH AEI AEJ AEK AEL AEM AEN AEO AEP AEQ AER AES AET AEU AEV AEW AEX AEY AEZ AF AFA AFB AFC AFD AFE AFF AFG AFH AFI AFJ AFK AFL AFM AFN AFO AFP AFQ AFR AFS AFT AFU AFV AFW AFX AFY AFZ AGA AGB AGC AGD AGE AGF AGG AGH AGI AGJ AGK AGL AGM AGN AGO AGP AGQ AGR AGS AGT AGU AGV AGW AGX AGY AGZ AHA AHB AHC AHD AHE AHF AHG AHH AHI AHJ AHK AHL AHM AHN AHO AHP AHQ AHR AHS AHT AHU AHV AHX AHY AHZ AIA AIB AIC AID AIE AIF AIG AIH AII AIJ AIK AIL AIM AIN AIO AIP AIQ AIR AIS AIT AIU AIV AIW AIX AIY AIZ AJA AJB AJC AJD AJE AJF AJG AJH AJI AJJ AJK AJL AJM AJN AJO AJP AJQ AJR AJS AJT AJU AJV AJW AJX AJY AJZ AKA AKB AKC AKD AKE AKF AKG AKH AKI AKJ AKK AKL AKM AKN AKO AKP AKQ AKR AKS AKT AKU AKV AKW AKX AKY AKZ ALA ALB ALC ALD ALE ALF ALG ALH ALI ALJ ALK ALL ALM ALN ALO ALP ALQ ALR ALS ALT ALU ALV ALW ALX ALY ALZ AMA AMB AMC AMD AME AMF AMG AMH AMI AMJ AMK AML AMM AMN AMO AMP AMQ AMR AMS AMT AMU AMV AMW AMX AMY AMZ ANA ANB ANC AND ANE ANF ANG ANH ANI ANJ ANK ANL ANM ANN ANO ANP ANQ ANR ANS ANT ANU ANV ANW ANX ANY AOA AOD AOE AOF AOG AOH AOI AOJ AOK AOL AOM AON AOO AOP AOQ AOR AOS AOT AOU AOV AOW AOX AOY AOZ AP APA APB APC APD APE APF APG APH API APJ APK APL APM APN APO APP APQ APR APS APT APU APV APW APX APY APZ AQA AQB AQC AQD AQE AQF AQG AQH AQI AQJ AQK AQL AQM AQN AQO AQP AQQ AQR AQS AQT AQU AQV AQW AQX AQY AQZ ARA ARB ARC ARD ARE ARF ARG ARH ARI ARJ ARK ARL ARM ARN ARO ARP ARQ ARR ARS ART ARU ARV ARW ARX ARY ARZ ASA ASB ASC ASD ASE ASF ASG ASH ASI ASJ ASK ASL ASM ASN ASO ASP ASQ ASR ASS AST ASU ASV ASW ASX ASY ASZ ATA ATB ATC ATD ATE ATF ATG ATH ATI ATJ ATK ATL ATM ATN ATO ATP ATQ ATR ATS ATT ATU ATV ATW ATX ATY ATZ AU AUA AUB AUC AUD AUE AUF AUG AUH AUI AUJ AUK AUL AUM AUN AUO AUP AUQ AUR AUS AUT AUU AUV AUW AUX AUY AUZ AV AVA AVB AVC AVD AVE AVF AVG AVH AVI AVJ AVK AVL AVM AVN AVO AVP AVQ AVR AVS AVT AVU AVV AVW AVX AVY AVZ AWA AWB AWC AWD AWE AWF AWG AWH AWI AWJ AWK AWL AWM AWN AWO AWP AWQ AWR AWS AWT AWU AWV AWW AWX AWY AWZ AXA AXB AXC AXD AXE AXF AXG AXH AXI AXJ AXK AXL AXM AXN AXO AXP AXQ AXR AXS AXU BA BC BD BE BH BM BN BO BR BT BTP BW CAS CAT CAU CAV CAW CAX CAY CAZ CBA CBB CD CEC CED CFE CFF CFO CG CH CK CKN CM CMR CN CNO COF CP CR CRN CS CST CT CU CV CW CZ DA DAN DB DI DL DM DQ DR EA EB ED EE EEP EI EN EQ ER ERN ET EX FC FF FI FLW FN FO FS FT FV FX GA GC GD GDN GN HS HWB IA IB ICA ICE ICO II IL INB INN INO IP IS IT IV JB JE LA LAN LAR LB LC LI LO LRC LS MA MB MF MG MH MR MRN MS MSS MWB NA NF OH OI ON OP OR PB PC PD PE PF PI PK PL POR PP PQ PR PS PW PY RA RC RCN RE REN RF RR RT SA SB SD SE SEA SF SH SI SM SN SP SQ SRN SS STA SW SZ TB TCR TE TF TI TIN TL TN TP UAR UC UCN UN UO URI VA VC VGR VM VN VON VOR VP VR VS VT VV WE WM WN WR WS WY XA XC XP ZZZ",
  icd: "0002 0003 0004 0005 0006 0007 0008 0009 0010 0011 0012 0013 0014 0015 0016 0017 0018 0019 0020 0021 0022 0023 0024 0025 0026 0027 0028 0029 0030 0031 0032 0033 0034 0035 0036 0037 0038 0039 0040 0041 0042 0043 0044 0045 0046 0047 0048 0049 0050 0051 0052 0053 0054 0055 0056 0057 0058 0059 0060 0061 0062 0063 0064 0065 0066 0067 0068 0069 0070 0071 0072 0073 0074 0075 0076 0077 0078 0079 0080 0081 0082 0083 0084 0085 0086 0087 0088 0089 0090 0091 0093 0094 0095 0096 0097 0098 0099 0100 0101 0102 0104 0105 0106 0107 0108 0109 0110 0111 0112 0113 0114 0115 0116 0117 0118 0119 0120 0121 0122 0123 0124 0125 0126 0127 0128 0129 0130 0131 0132 0133 0134 0135 0136 0137 0138 0139 0140 0141 0142 0143 0144 0145 0146 0147 0148 0149 0150 0151 0152 0153 0154 0155 0156 0157 0158 0159 0160 0161 0162 0163 0164 0165 0166 0167 0168 0169 0170 0171 0172 0173 0174 0175 0176 0177 0178 0179 0180 0183 0184 0185 0186 0187 0188 0189 0190 0191 0192 0193 0194 0195 0196 0197 0198 0199 0200 0201 0202 0203 0204 0205 0206 0207 0208 0209 0210 0211 0212 0213 0214 0215 0216 0217 0218 0219 0220 0221 0222 0223 0224 0225 0226 0227 0228 0229 0230 0231 0232 0233 0234 0235 0236 0237 0238 0239 0240 0241 0242 0243 0244 0245 0246 0247 0248",
  itemClassScheme: "AA AB AC AD AE AF AG AH AI AJ AK AL AM AN AO AP AQ AR AS AT AU AV AW AX AY AZ BA BB BC BD BE BF BG BH BI BJ BK BL BM BN BO BP BQ BR BS BT BU BV BW BX BY BZ CC CG CL CR CV DR DW EC EF EMD EN FS GB GN GMN GS HS IB IN IS IT IZ MA MF MN MP NB ON PD PL PO PPI PV QS RC RN RU RY SA SG SK SN SRS SRT SRU SRV SRW SRX SRY SRZ SS SSA SSB SSC SSD SSE SSF SSG SSH SSI SSJ SSK SSL SSM SSN SSO SSP SSQ SSR SSS SST SSU SSV SSW SSX SSY SSZ ST STA STB STC STD STE STF STG STH STI STJ STK STL STM STN STO STP STQ STR STS STT STU STV STW STX STY STZ SUA SUB SUC SUD SUE SUF SUG SUH SUI SUJ SUK SUL SUM TG TSN TSO TSP TSQ TSR TSS TST TSU UA UP VN VP VS VX ZZZ",
  country: "1A AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XI YE YT ZA ZM ZW",
  paymentMeans: "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70 74 75 76 77 78 91 92 93 94 95 96 97 98 ZZZ",
  vatCategory: "AE L M E S Z G O K B",
  allowanceReason: "41 42 60 62 63 64 65 66 67 68 70 71 88 95 100 102 103 104 105",
  chargeReason: "AA AAA AAC AAD AAE AAF AAH AAI AAS AAT AAV AAY AAZ ABA ABB ABC ABD ABF ABK ABL ABN ABR ABS ABT ABU ACF ACG ACH ACI ACJ ACK ACL ACM ACS ADC ADE ADJ ADK ADL ADM ADN ADO ADP ADQ ADR ADT ADW ADY ADZ AEA AEB AEC AED AEF AEH AEI AEJ AEK AEL AEM AEN AEO AEP AES AET AEU AEV AEW AEX AEY AEZ AJ AU CA CAB CAD CAE CAF CAI CAJ CAK CAL CAM CAN CAO CAP CAQ CAR CAS CAT CAU CAV CAW CAX CAY CAZ CD CG CS CT DAB DAD DAC DAF DAG DAH DAI DAJ DAK DAL DAM DAN DAO DAP DAQ DL EG EP ER FAA FAB FAC FC FH FI GAA HAA HD HH IAA IAB ID IF IR IS KO L1 LA LAA LAB LF MAE MI ML NAA OA PA PAA PC PL PRV RAB RAC RAD RAF RE RF RH RV SA SAA SAD SAE SAI SG SH SM SU TAB TAC TT TV V1 V2 WH XAA YY ZZZ",
  vatex: "VATEX-EU-79-C VATEX-EU-132 VATEX-EU-132-1A VATEX-EU-132-1B VATEX-EU-132-1C VATEX-EU-132-1D VATEX-EU-132-1E VATEX-EU-132-1F VATEX-EU-132-1G VATEX-EU-132-1H VATEX-EU-132-1I VATEX-EU-132-1J VATEX-EU-132-1K VATEX-EU-132-1L VATEX-EU-132-1M VATEX-EU-132-1N VATEX-EU-132-1O VATEX-EU-132-1P VATEX-EU-132-1Q VATEX-EU-135-1 VATEX-EU-143 VATEX-EU-143-1A VATEX-EU-143-1B VATEX-EU-143-1C VATEX-EU-143-1D VATEX-EU-143-1E VATEX-EU-143-1F VATEX-EU-143-1FA VATEX-EU-143-1G VATEX-EU-143-1H VATEX-EU-143-1I VATEX-EU-143-1J VATEX-EU-143-1K VATEX-EU-143-1L VATEX-EU-144 VATEX-EU-146-1E VATEX-EU-159 VATEX-EU-309 VATEX-EU-148 VATEX-EU-148-A VATEX-EU-148-B VATEX-EU-148-C VATEX-EU-148-D VATEX-EU-148-E VATEX-EU-148-F VATEX-EU-148-G VATEX-EU-151 VATEX-EU-151-1A VATEX-EU-151-1AA VATEX-EU-151-1B VATEX-EU-151-1C VATEX-EU-151-1D VATEX-EU-151-1E VATEX-EU-G VATEX-EU-O VATEX-EU-IC VATEX-EU-AE VATEX-EU-D VATEX-EU-F VATEX-EU-I VATEX-EU-J VATEX-FR-FRANCHISE VATEX-FR-CNWVAT VATEX-EU-153 VATEX-FR-CGI261-1 VATEX-FR-CGI261-2 VATEX-FR-CGI261-3 VATEX-FR-CGI261-4 VATEX-FR-CGI261-5 VATEX-FR-CGI261-7 VATEX-FR-CGI261-8 VATEX-FR-CGI261A VATEX-FR-CGI261B VATEX-FR-CGI261C-1 VATEX-FR-CGI261C-2 VATEX-FR-CGI261C-3 VATEX-FR-CGI261D-1 VATEX-FR-CGI261D-1BIS VATEX-FR-CGI261D-2 VATEX-FR-CGI261D-3 VATEX-FR-CGI261D-4 VATEX-FR-CGI261E-1 VATEX-FR-CGI261E-2 VATEX-FR-CGI277A VATEX-FR-CGI275 VATEX-FR-298SEXDECIESA VATEX-FR-CGI295 VATEX-FR-AE",
  unit: "10 11 13 14 15 20 21 22 23 24 25 27 28 33 34 35 37 38 40 41 56 57 58 59 60 61 74 77 80 81 85 87 89 91 1I 2A 2B 2C 2G 2H 2I 2J 2K 2L 2M 2N 2P 2Q 2R 2U 2X 2Y 2Z 3B 3C 4C 4G 4H 4K 4L 4M 4N 4O 4P 4Q 4R 4T 4U 4W 4X 5A 5B 5E 5J A10 A11 A12 A13 A14 A15 A16 A17 A18 A19 A2 A20 A21 A22 A23 A24 A26 A27 A28 A29 A3 A30 A31 A32 A33 A34 A35 A36 A37 A38 A39 A4 A40 A41 A42 A43 A44 A45 A47 A48 A49 A5 A53 A54 A55 A56 A59 A6 A68 A69 A7 A70 A71 A73 A74 A75 A76 A8 A84 A85 A86 A87 A88 A89 A9 A90 A91 A93 A94 A95 A96 A97 A98 A99 AA AB ACR ACT AD AE AH AI AK AL AMH AMP ANN APZ AQ AS ASM ASU ATM AWG AY AZ B1 B10 B11 B12 B13 B14 B15 B16 B17 B18 B19 B20 B21 B22 B23 B24 B25 B26 B27 B28 B29 B3 B30 B31 B32 B33 B34 B35 B4 B41 B42 B43 B44 B45 B46 B47 B48 B49 B50 B52 B53 B54 B55 B56 B57 B58 B59 B60 B61 B62 B63 B64 B66 B67 B68 B69 B7 B70 B71 B72 B73 B74 B75 B76 B77 B78 B79 B8 B80 B81 B82 B83 B84 B85 B86 B87 B88 B89 B90 B91 B92 B93 B94 B95 B96 B97 B98 B99 BAR BB BFT BHP BIL BLD BLL BP BPM BQL BTU BUA BUI C0 C10 C11 C12 C13 C14 C15 C16 C17 C18 C19 C20 C21 C22 C23 C24 C25 C26 C27 C28 C29 C3 C30 C31 C32 C33 C34 C35 C36 C37 C38 C39 C40 C41 C42 C43 C44 C45 C46 C47 C48 C49 C50 C51 C52 C53 C54 C55 C56 C57 C58 C59 C60 C61 C62 C63 C64 C65 C66 C67 C68 C69 C7 C70 C71 C72 C73 C74 C75 C76 C78 C79 C8 C80 C81 C82 C83 C84 C85 C86 C87 C88 C89 C9 C90 C91 C92 C93 C94 C95 C96 C97 C99 CCT CDL CEL CEN CG CGM CKG CLF CLT CMK CMQ CMT CNP CNT COU CTG CTM CTN CUR CWA CWI D03 D04 D1 D10 D11 D12 D13 D15 D16 D17 D18 D19 D2 D20 D21 D22 D23 D24 D25 D26 D27 D29 D30 D31 D32 D33 D34 D36 D41 D42 D43 D44 D45 D46 D47 D48 D49 D5 D50 D51 D52 D53 D54 D55 D56 D57 D58 D59 D6 D60 D61 D62 D63 D65 D68 D69 D73 D74 D77 D78 D80 D81 D82 D83 D85 D86 D87 D88 D89 D91 D93 D94 D95 DAA DAD DAY DB DBM DBW DD DEC DG DJ DLT DMA DMK DMO DMQ DMT DN DPC DPR DPT DRA DRI DRL DT DTN DWT DZN DZP E01 E07 E08 E09 E10 E12 E14 E15 E16 E17 E18 E19 E20 E21 E22 E23 E25 E27 E28 E30 E31 E32 E33 E34 E35 E36 E37 E38 E39 E4 E40 E41 E42 E43 E44 E45 E46 E47 E48 E49 E50 E51 E52 E53 E54 E55 E56 E57 E58 E59 E60 E61 E62 E63 E64 E65 E66 E67 E68 E69 E70 E71 E72 E73 E74 E75 E76 E77 E78 E79 E80 E81 E82 E83 E84 E85 E86 E87 E88 E89 E90 E91 E92 E93 E94 E95 E96 E97 E98 E99 EA EB EQ F01 F02 F03 F04 F05 F06 F07 F08 F10 F11 F12 F13 F14 F15 F16 F17 F18 F19 F20 F21 F22 F23 F24 F25 F26 F27 F28 F29 F30 F31 F32 F33 F34 F35 F36 F37 F38 F39 F40 F41 F42 F43 F44 F45 F46 F47 F48 F49 F50 F51 F52 F53 F54 F55 F56 F57 F58 F59 F60 F61 F62 F63 F64 F65 F66 F67 F68 F69 F70 F71 F72 F73 F74 F75 F76 F77 F78 F79 F80 F81 F82 F83 F84 F85 F86 F87 F88 F89 F90 F91 F92 F93 F94 F95 F96 F97 F98 F99 FAH FAR FBM FC FF FH FIT FL FNU FOT FP FR FS FTK FTQ G01 G04 G05 G06 G08 G09 G10 G11 G12 G13 G14 G15 G16 G17 G18 G19 G2 G20 G21 G23 G24 G25 G26 G27 G28 G29 G3 G30 G31 G32 G33 G34 G35 G36 G37 G38 G39 G40 G41 G42 G43 G44 G45 G46 G47 G48 G49 G50 G51 G52 G53 G54 G55 G56 G57 G58 G59 G60 G61 G62 G63 G64 G65 G66 G67 G68 G69 G70 G71 G72 G73 G74 G75 G76 G77 G78 G79 G80 G81 G82 G83 G84 G85 G86 G87 G88 G89 G90 G91 G92 G93 G94 G95 G96 G97 G98 G99 GB GBQ GDW GE GF GFI GGR GIA GIC GII GIP GJ GL GLD GLI GLL GM GO GP GQ GRM GRN GRO GV GWH H03 H04 H05 H06 H07 H08 H09 H10 H11 H12 H13 H14 H15 H16 H18 H19 H20 H21 H22 H23 H24 H25 H26 H27 H28 H29 H30 H31 H32 H33 H34 H35 H36 H37 H38 H39 H40 H41 H42 H43 H44 H45 H46 H47 H48 H49 H50 H51 H52 H53 H54 H55 H56 H57 H58 H59 H60 H61 H62 H63 H64 H65 H66 H67 H68 H69 H70 H71 H72 H73 H74 H75 H76 H77 H79 H80 H81 H82 H83 H84 H85 H87 H88 H89 H90 H91 H92 H93 H94 H95 H96 H98 H99 HA HAD HBA HBX HC HDW HEA HGM HH HIU HKM HLT HM HMO HMQ HMT HPA HTZ HUR HWE IA IE INH INK INQ ISD IU IUG IV J10 J12 J13 J14 J15 J16 J17 J18 J19 J2 J20 J21 J22 J23 J24 J25 J26 J27 J28 J29 J30 J31 J32 J33 J34 J35 J36 J38 J39 J40 J41 J42 J43 J44 J45 J46 J47 J48 J49 J50 J51 J52 J53 J54 J55 J56 J57 J58 J59 J60 J61 J62 J63 J64 J65 J66 J67 J68 J69 J70 J71 J72 J73 J74 J75 J76 J78 J79 J81 J82 J83 J84 J85 J87 J90 J91 J92 J93 J95 J96 J97 J98 J99 JE JK JM JNT JOU JPS JWL K1 K10 K11 K12 K13 K14 K15 K16 K17 K18 K19 K2 K20 K21 K22 K23 K26 K27 K28 K3 K30 K31 K32 K33 K34 K35 K36 K37 K38 K39 K40 K41 K42 K43 K45 K46 K47 K48 K49 K50 K51 K52 K53 K54 K55 K58 K59 K6 K60 K61 K62 K63 K64 K65 K66 K67 K68 K69 K70 K71 K73 K74 K75 K76 K77 K78 K79 K80 K81 K82 K83 K84 K85 K86 K87 K88 K89 K90 K91 K92 K93 K94 K95 K96 K97 K98 K99 KA KAT KB KBA KCC KDW KEL KGM KGS KHY KHZ KI KIC KIP KJ KJO KL KLK KLX KMA KMH KMK KMQ KMT KNI KNM KNS KNT KO KPA KPH KPO KPP KR KSD KSH KT KTN KUR KVA KVR KVT KW KWH KWN KWO KWS KWT KWY KX L10 L11 L12 L13 L14 L15 L16 L17 L18 L19 L2 L20 L21 L23 L24 L25 L26 L27 L28 L29 L30 L31 L32 L33 L34 L35 L36 L37 L38 L39 L40 L41 L42 L43 L44 L45 L46 L47 L48 L49 L50 L51 L52 L53 L54 L55 L56 L57 L58 L59 L60 L63 L64 L65 L66 L67 L68 L69 L70 L71 L72 L73 L74 L75 L76 L77 L78 L79 L80 L81 L82 L83 L84 L85 L86 L87 L88 L89 L90 L91 L92 L93 L94 L95 L96 L98 L99 LA LAC LBR LBT LD LEF LF LH LK LM LN LO LP LPA LR LS LTN LTR LUB LUM LUX LY M1 M10 M11 M12 M13 M14 M15 M16 M17 M18 M19 M20 M21 M22 M23 M24 M25 M26 M27 M29 M30 M31 M32 M33 M34 M35 M36 M37 M38 M39 M4 M40 M41 M42 M43 M44 M45 M46 M47 M48 M49 M5 M50 M51 M52 M53 M55 M56 M57 M58 M59 M60 M61 M62 M63 M64 M65 M66 M67 M68 M69 M7 M70 M71 M72 M73 M74 M75 M76 M77 M78 M79 M80 M81 M82 M83 M84 M85 M86 M87 M88 M89 M9 M90 M91 M92 M93 M94 M95 M96 M97 M98 M99 MAH MAL MAM MAR MAW MBE MBF MBR MC MCU MD MGM MHZ MIK MIL MIN MIO MIU MKD MKM MKW MLD MLT MMK MMQ MMT MND MNJ MON MPA MQD MQH MQM MQS MQW MRD MRM MRW MSK MTK MTQ MTR MTS MTZ MVA MWH N1 N10 N11 N12 N13 N14 N15 N16 N17 N18 N19 N20 N21 N22 N23 N24 N25 N26 N27 N28 N29 N3 N30 N31 N32 N33 N34 N35 N36 N37 N38 N39 N40 N41 N42 N43 N44 N45 N46 N47 N48 N49 N50 N51 N52 N53 N54 N55 N56 N57 N58 N59 N60 N61 N62 N63 N64 N65 N66 N67 N68 N69 N70 N71 N72 N73 N74 N75 N76 N77 N78 N79 N80 N81 N82 N83 N84 N85 N86 N87 N88 N89 N90 N91 N92 N93 N94 N95 N96 N97 N98 N99 NA NAR NCL NEW NF NIL NIU NL NM3 NMI NMP NPT NT NTU NU NX OA ODE ODG ODK ODM OHM ON ONZ OPM OT OZA OZI P1 P10 P11 P12 P13 P14 P15 P16 P17 P18 P19 P2 P20 P21 P22 P23 P24 P25 P26 P27 P28 P29 P30 P31 P32 P33 P34 P35 P36 P37 P38 P39 P40 P41 P42 P43 P44 P45 P46 P47 P48 P49 P5 P50 P51 P52 P53 P54 P55 P56 P57 P58 P59 P60 P61 P62 P63 P64 P65 P66 P67 P68 P69 P70 P71 P72 P73 P74 P75 P76 P77 P78 P79 P80 P81 P82 P83 P84 P85 P86 P87 P88 P89 P90 P91 P92 P93 P94 P95 P96 P97 P98 P99 PAL PD PFL PGL PI PLA PO PQ PR PS PTD PTI PTL PTN Q10 Q11 Q12 Q13 Q14 Q15 Q16 Q17 Q18 Q19 Q20 Q21 Q22 Q23 Q24 Q25 Q26 Q27 Q28 Q29 Q3 Q30 Q31 Q32 Q33 Q34 Q35 Q36 Q37 Q38 Q39 Q40 Q41 Q42 QA QAN QB QR QTD QTI QTL QTR R1 R9 RH RM ROM RP RPM RPS RT S3 S4 SAN SCO SCR SEC SET SG SIE SM3 SMI SQ SQR SR STC STI STK STL STN STW SW SX SYR T0 T3 TAH TAN TI TIC TIP TKM TMS TNE TP TPI TPR TQD TRL TST TTS U1 U2 UB UC VA VLT VP W2 WA WB WCD WE WEB WEE WG WHR WM WSD WTT X1 YDK YDQ YRD Z11 Z9 ZP ZZ X1A X1B X1D X1F X1G X1W X2C X3A X3H X43 X44 X4A X4B X4C X4D X4F X4G X4H X5H X5L X5M X6H X6P X7A X7B X8A X8B X8C XAA XAB XAC XAD XAE XAF XAG XAH XAI XAJ XAL XAM XAP XAT XAV XB4 XBA XBB XBC XBD XBE XBF XBG XBH XBI XBJ XBK XBL XBM XBN XBO XBP XBQ XBR XBS XBT XBU XBV XBW XBX XBY XBZ XCA XCB XCC XCD XCE XCF XCG XCH XCI XCJ XCK XCL XCM XCN XCO XCP XCQ XCR XCS XCT XCU XCV XCW XCX XCY XCZ XDA XDB XDC XDG XDH XDI XDJ XDK XDL XDM XDN XDP XDR XDS XDT XDU XDV XDW XDX XDY XEC XED XEE XEF XEG XEH XEI XEN XFB XFC XFD XFE XFI XFL XFO XFP XFR XFT XFW XFX XGB XGI XGL XGR XGU XGY XGZ XHA XHB XHC XHG XHN XHR XIA XIB XIC XID XIE XIF XIG XIH XIK XIL XIN XIZ XJB XJC XJG XJR XJT XJY XKG XKI XLE XLG XLT XLU XLV XLZ XMA XMB XMC XME XMR XMS XMT XMW XMX XNA XNE XNF XNG XNS XNT XNU XNV XO1 XO2 XO3 XO4 XO5 XO6 XO7 XO8 XO9 XOA XOB XOC XOD XOE XOF XOG XOH XOI XOJ XOK XOL XOM XON XOP XOQ XOR XOS XOT XOU XOV XOW XOX XOY XOZ XP1 XP2 XP3 XP4 XPA XPB XPC XPD XPE XPF XPG XPH XPI XPJ XPK XPL XPN XPO XPP XPR XPT XPU XPV XPX XPY XPZ XQA XQB XQC XQD XQF XQG XQH XQJ XQK XQL XQM XQN XQP XQQ XQR XQS XRD XRG XRJ XRK XRL XRO XRT XRZ XSA XSB XSC XSD XSE XSH XSI XSK XSL XSM XSO XSP XSS XST XSU XSV XSW XSX XSY XSZ XT1 XTB XTC XTD XTE XTG XTI XTK XTL XTN XTO XTR XTS XTT XTU XTV XTW XTY XTZ XUC XUN XVA XVG XVI XVK XVL XVN XVO XVP XVQ XVR XVS XVY XWA XWB XWC XWD XWF XWG XWH XWJ XWK XWL XWM XWN XWP XWQ XWR XWS XWT XWU XWV XWW XWX XWY XWZ XXA XXB XXC XXD XXF XXG XXH XXJ XXK XYA XYB XYC XYD XYF XYG XYH XYJ XYK XYL XYM XYN XYP XYQ XYR XYS XYT XYV XYW XYX XYY XYZ XZA XZB XZC XZD XZF XZG XZH XZJ XZK XZL XZM XZN XZP XZQ XZR XZS XZT XZU XZV XZW XZX XZY XZZ",
  eas: "0002 0007 0009 0037 0060 0088 0096 0097 0106 0130 0135 0142 0147 0151 0154 0158 0170 0177 0183 0184 0188 0190 0191 0192 0193 0194 0195 0196 0198 0199 0200 0201 0202 0203 0204 0205 0208 0209 0210 0211 0212 0213 0215 0216 0217 0218 0219 0220 0221 0225 0230 0235 0240 0244 0242 0245 0246 0248 9910 9913 9914 9915 9918 9919 9920 9922 9923 9924 9925 9926 9927 9928 9929 9930 9931 9932 9933 9934 9935 9936 9937 9938 9939 9940 9941 9942 9943 9944 9945 9946 9947 9948 9949 9950 9951 9952 9953 9957 9959 AN AQ AS AU EM",
  vatPrefixCii: "1A AD AE AF AG AI AL AM AN AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BL BJ BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH EL ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XI YE YT ZA ZM ZW",
  invoiceTypeCii: "71 80 81 82 83 84 102 130 202 203 204 211 218 219 261 262 295 296 308 325 326 331 380 381 382 383 384 385 386 387 388 389 390 393 394 395 396 420 456 457 458 471 472 473 500 501 502 503 527 532 553 575 623 633 751 780 817 870 875 876 877 935",
  timePointCii: "5 29 72",
  noteSubjectCii: "AAA AAB AAC AAD AAE AAF AAG AAI AAJ AAK AAL AAM AAN AAO AAP AAQ AAR AAS AAT AAU AAV AAW AAX AAY AAZ ABA ABB ABC ABD ABE ABF ABG ABH ABI ABJ ABK ABL ABM ABN ABO ABP ABQ ABR ABS ABT ABU ABV ABW ABX ABZ ACA ACB ACC ACD ACE ACF ACG ACH ACI ACJ ACK ACL ACM ACN ACO ACP ACQ ACR ACS ACT ACU ACV ACW ACX ACY ACZ ADA ADB ADC ADD ADE ADF ADG ADH ADI ADJ ADK ADL ADM ADN ADO ADP ADQ ADR ADS ADT ADU ADV ADW ADX ADY ADZ AEA AEB AEC AED AEE AEF AEG AEH AEI AEJ AEK AEL AEM AEN AEO AEP AEQ AER AES AET AEU AEV AEW AEX AEY AEZ AFA AFB AFC AFD AFE AFF AFG AFH AFI AFJ AFK AFL AFM AFN AFO AFP AFQ AFR AFS AFT AFU AFV AFW AFX AFY AFZ AGA AGB AGC AGD AGE AGF AGG AGH AGI AGJ AGK AGL AGM AGN AGO AGP AGQ AGR AGS AGT AGU AGV AGW AGX AGY AGZ AHA AHB AHC AHD AHE AHF AHG AHH AHI AHJ AHK AHL AHM AHN AHO AHP AHQ AHR AHS AHT AHU AHV AHW AHX AHY AHZ AIA AIB AIC AID AIE AIF AIG AIH AII AIJ AIK AIL AIM AIN AIO AIP AIQ AIR AIS AIT AIU AIV AIW AIX AIY AIZ AJA AJB ALC ALD ALE ALF ALG ALH ALI ALJ ALK ALL ALM ALN ALO ALP ALQ ARR ARS AUT AUU AUV AUW AUX AUY AUZ AVA AVB AVC AVD AVE AVF BAG BAH BAI BAJ BAK BAL BAM BAN BAO BAP BAQ BAR BAS BAT BAU BAV BAW BAX BAY BAZ BBA BBB BLC BLD BLE BLF BLG BLH BLI BLJ BLK BLL BLM BLN BLO BLP BLQ BLR BLS BLT BLU BLV BLW BLX BLY BLZ BMA BMB BMC BMD BME BMF BMG BMH CCI CCJ CCK CCL CCM CCN CCO CEX CHG CIP CLP CLR COI CUR CUS DAR DCL DEL DIN DOC DUT EUR FBC GBL GEN GS7 HAN HAZ ICN IIN IMI IND INS INV IRP ITR ITS LAN LIN LOI MCO MDH MKS ORI OSI PAC PAI PAY PKG PKT PMD PMT PRD PRF PRI PUR QIN QQD QUT RAH REG RET REV RQR SAF SIC SIN SLR SPA SPG SPH SPP SPT SRN SSR SUR TCA TDT TRA TRR TXD WHI ZZZ",
  countryCii: "1A AD AE AF AG AI AL AM AN AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BL BJ BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XI YE YT ZA ZM ZW"
};

// src/modules/finanzen/rechnungspruefung/rules/xrechnung/values.ts
var CORE = "urn:cen.eu:en16931:2017";
var XRECHNUNG_ID = `${CORE}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0`;
var EXTENSION_ID = `${XRECHNUNG_ID}#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0`;
var CVD_ID = `${XRECHNUNG_ID}#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9`;
var CORE_ID = CORE;
var isXRechnungId = (id) => id === XRECHNUNG_ID || id === EXTENSION_ID || id === CVD_ID;
var INVOICE_TYPES = ["326", "380", "384", "389", "381", "875", "876", "877"];
var TAXED = ["S", "Z", "E", "AE", "K", "G", "L", "M"];
var DIGA = "XR01 XR02 XR03";
var ICD_EXTENDED = `${DIGA} ${LISTS.icd}`;
var EAS_EXTENDED = `${DIGA} ${LISTS.eas}`;
var CVD_CLASS_SCHEMES = `CVD ${LISTS.itemClassScheme}`;
var VEHICLE_CATEGORIES = "M1 M2 M3 N1 N2 N3";
var VEHICLE_KINDS = "clean zero-emission other";
var EMAIL = /^[^@ \t\n\r]+@(?:[^@. \t\n\r]+\.)+[^@. \t\n\r]+$/;
var isEmail = (text4) => EMAIL.test(text4);
var isUrl = (text4) => /^[a-zA-Z][a-zA-Z0-9+.-]+:/.test(text4);
var hasThreeDigits = (text4) => text4.replace(/[^0-9]/g, "").length >= 3;
function isIban(text4) {
  const iban = text4.replace(/[ \t\n\r]+/g, "");
  if (!/^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{0,30}$/.test(iban)) return false;
  let rest = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const code = char.charCodeAt(0);
    for (const digit of String(code > 64 ? code - 55 : code - 48)) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}
var SKONTO = /^#SKONTO#TAGE=[0-9]+#PROZENT=[0-9]+\.[0-9]{2}(?:#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#$/;
var normal = (text4) => text4.replace(/[ \t\n\r]+/g, " ").replace(/^ | $/g, "");
function skontoFits(terms) {
  const lines3 = terms.split(/\r?\n/).map(normal).filter((l) => l.startsWith("#"));
  if (lines3.length === 0) return true;
  const tail = terms.split(/#[^\n]+#/).at(-1) ?? "";
  return lines3.every((l) => SKONTO.test(l)) && /^[ \t\n\r]*\n/.test(tail);
}

// src/modules/finanzen/rechnungspruefung/tools/examples.ts
var seller = {
  name: "Bauhof Musterstadt GmbH",
  tradingName: "Musterbau",
  identifiers: [{ id: "L-4711" }],
  registration: { id: "HRB 1234" },
  vatId: "DE123456788",
  taxNumber: "123/456/7890",
  legalForm: "Gesch\xE4ftsf\xFChrung: Erika Muster",
  electronicAddress: { id: "rechnung@musterbau.example", scheme: "EM" },
  address: { line1: "Am Werk 1", line2: "Tor 2", line3: "Halle 3", city: "Musterstadt", postCode: "45000", region: "Nordrhein-Westfalen", country: "DE" },
  contact: { name: "Erika Muster", telephone: "+49 201 123456", email: "erika@musterbau.example" }
};
var buyer = {
  name: "Stadt Musterstadt",
  tradingName: "Tiefbauamt",
  identifiers: [{ id: "K-9" }],
  registration: { id: "R-1" },
  vatId: "DE987654321",
  electronicAddress: { id: "05120000-99-08", scheme: "0204" },
  address: { line1: "Rathausplatz 1", line2: "Zimmer 2", line3: "Fl\xFCgel 3", city: "Musterstadt", postCode: "45001", region: "Nordrhein-Westfalen", country: "DE" },
  contact: { name: "Rechnungseingang", telephone: "+49 201 654321", email: "rechnung@musterstadt.example" }
};
var RATES = { S: "19", L: "7", M: "4", O: void 0 };
var rateOf = (category) => category in RATES ? RATES[category] === void 0 ? void 0 : dec(RATES[category]) : dec("0");
var extra = (category, amount, reason3, reasonCode) => {
  const vatRate = rateOf(category);
  return { amount: dec(amount), base: dec(`${amount}0`.replace(/^(\d+)\.(\d)/, "$1$2.")), percent: dec("10"), reason: reason3, reasonCode, vatCategory: category, ...vatRate ? { vatRate } : {} };
};
function line(id, category, quantity, price) {
  const vatRate = rateOf(category);
  return {
    id,
    note: "nach Aufma\xDF",
    object: { id: "OBJ-1", scheme: "AAA" },
    quantity: { value: dec(quantity), unit: "C62" },
    net: round(sub(mul(dec(quantity), dec(price)), dec("1.00")), 2),
    orderLine: "10",
    accountingReference: "541000",
    period: { start: "2026-02-01", end: "2026-02-27" },
    allowances: [{ amount: dec("2.00"), base: dec("20.00"), percent: dec("10"), reason: "Treue", reasonCode: "95" }],
    charges: [{ amount: dec("1.00"), base: dec("10.00"), percent: dec("10"), reason: "Fracht", reasonCode: "FC" }],
    price: dec(price),
    discount: dec("0.50"),
    grossPrice: sub(dec(price), dec("-0.50")),
    baseQuantity: { value: dec("1"), unit: "C62" },
    vatCategory: category,
    ...vatRate ? { vatRate } : {},
    name: "Pflasterstein",
    description: "Granit, grau",
    sellerItemId: "P-1",
    buyerItemId: "B-1",
    standardItemId: { id: "4012345678901", scheme: "0160" },
    classifications: [{ id: "44113130", scheme: "STI", version: "1" }],
    origin: "DE",
    attributes: [{ name: "Farbe", value: "grau" }]
  };
}
var EXEMPT = ["E", "AE", "K", "G", "O"];
function sampleInvoice(category = "S", type = "380", specification = XRECHNUNG_ID) {
  const lines3 = [line("1", category, "10", "12.50"), line("2", category, "3", "40.00")];
  const allowances = [extra(category, "5.00", "Rabatt", "95")];
  const charges = [extra(category, "3.00", "Verpackung", "ABL")];
  const net = (list) => sum(list.filter((d) => d !== void 0));
  const lineSum = net(lines3.map((l) => l.net));
  const taxable = sub(sum([lineSum, dec("3.00")]), dec("5.00"));
  const rate = rateOf(category);
  const tax = round(mul(taxable, mul(rate ?? dec("0"), dec("0.01"))), 2);
  const gross = sum([taxable, tax]);
  const vatFree = category === "O";
  const without = (p) => {
    const { vatId: _, ...rest } = p;
    return rest;
  };
  return {
    number: "R-2026-1",
    issueDate: "2026-03-02",
    type,
    currency: "EUR",
    dueDate: "2026-04-01",
    buyerReference: "05120000-99-08",
    project: "PR-1",
    contract: "V-1",
    purchaseOrder: "B-1",
    salesOrder: "A-1",
    receivingAdvice: "WE-1",
    despatchAdvice: "LS-1",
    tender: "VG-1",
    object: { id: "OBJ-9", scheme: "AAA" },
    accountingReference: "0815",
    paymentTerms: "Zahlbar in 30 Tagen.\n#SKONTO#TAGE=14#PROZENT=2.00#\n",
    notes: [{ subject: "AAI", text: "Danke f\xFCr den Auftrag." }],
    process: "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0",
    specification,
    preceding: [{ number: "R-2025-9", date: "2025-12-01" }],
    seller: vatFree ? without(seller) : seller,
    buyer: vatFree ? without(buyer) : buyer,
    payee: { name: "Factoring AG", identifier: { id: "F-1" }, registration: { id: "HRB 9" } },
    ...vatFree ? {} : { taxRepresentative: { name: "Steuer KG", vatId: "DE111111125", address: { line1: "Weg 1", line2: "a", line3: "b", city: "Essen", postCode: "45127", region: "NRW", country: "DE" } } },
    delivery: { name: "Bauhof", location: { id: "ORT-1" }, date: "2026-02-28", address: { line1: "Lager 1", line2: "a", line3: "b", city: "Musterstadt", postCode: "45002", region: "NRW", country: "DE" } },
    period: { start: "2026-02-01", end: "2026-02-28" },
    payment: { code: "58", text: "SEPA-\xDCberweisung", remittance: "R-2026-1", transfers: [{ account: "DE75512108001245126199", name: "Musterbau", bic: "SOGEDEFFXXX" }] },
    allowances,
    charges,
    totals: { lines: lineSum, allowances: dec("5.00"), charges: dec("3.00"), net: taxable, vat: tax, gross, paid: dec("10.00"), rounding: dec("0.01"), due: sum([sub(gross, dec("10.00")), dec("0.01")]) },
    vat: [{ taxable, tax, category, rate: rate ?? dec("0"), ...EXEMPT.includes(category) ? { exemptionReason: "siehe Vertrag", exemptionCode: EXEMPTION_CODES[category] ?? "VATEX-EU-O" } : {} }],
    documents: [
      { id: "ANL-1", description: "Aufma\xDF", attachment: { content: "JVBERi0xLjQK", mime: "application/pdf", fileName: "aufmass.pdf" } },
      { id: "ANL-2", url: "https://musterbau.example/plan" }
    ],
    lines: lines3
  };
}
var EXEMPTION_CODES = { E: "VATEX-EU-132", AE: "VATEX-EU-AE", K: "VATEX-EU-IC", G: "VATEX-EU-G", O: "VATEX-EU-O" };

// src/modules/finanzen/rechnungspruefung/xml/tree.ts
var NONE = [];
function isBlank(el) {
  if (el.children.length > 0) return false;
  for (let i = 0; i < el.text.length; i += 1) {
    const c = el.text.charCodeAt(i);
    if (c !== 32 && c !== 10 && c !== 9 && c !== 13) return false;
  }
  return true;
}
var all = (doc, name) => doc.byName.get(name) ?? NONE;
function attr(el, name) {
  for (const a of el.attrs) if (a.name === name) return a.value;
  return void 0;
}
function stringValue(el) {
  if (el.children.length === 0) return el.text;
  let out = el.text;
  for (const child of el.children) out += (el.spaced ? " " : "") + stringValue(child);
  return el.spaced ? `${out} ` : out;
}
function hasSpace(value3) {
  for (let i = 0; i < value3.length; i += 1) if (value3.charCodeAt(i) <= 32) return true;
  return false;
}
function normalizeSpace(value3) {
  if (!hasSpace(value3)) return value3;
  return value3.replace(/[\t\n\r ]+/g, " ").replace(/^ | $/g, "");
}
var localName = (name) => name.slice(name.lastIndexOf(name.startsWith("Q{") ? "}" : ":") + 1);
function xpath(el) {
  const parts2 = [];
  for (let at2 = el; at2; at2 = at2.parent) {
    const siblings = at2.parent?.children.filter((s) => s.name === at2?.name) ?? [];
    parts2.unshift(siblings.length > 1 ? `${at2.name}[${siblings.indexOf(at2) + 1}]` : at2.name);
  }
  return `/${parts2.join("/")}`;
}
function position(source, offset) {
  let line5 = 1;
  let start = 0;
  for (let at2 = source.indexOf("\n"); at2 !== -1 && at2 < offset; at2 = source.indexOf("\n", at2 + 1)) {
    line5 += 1;
    start = at2 + 1;
  }
  return { line: line5, column: offset - start + 1 };
}

// src/modules/finanzen/rechnungspruefung/rules/engine.ts
function at(place2, assertions, when, forbidden2) {
  return { place: place2, when, assertions, forbidden: forbidden2, pick: void 0 };
}
function choose(place2, listed4, pick2) {
  return { place: place2, when: void 0, assertions: listed4, forbidden: void 0, pick: pick2 };
}
var must = (id, test) => ({ id, level: "error", test });
var should = (id, test) => ({ id, level: "warning", test });
var inform = (id, test) => ({ id, level: "information", test });
var RuleFault = class extends Error {
};
var FAULT = new RuleFault("value cannot be used");
var fault = () => {
  throw FAULT;
};
function step(source) {
  const [body = "", except = ""] = source.split("!");
  const star = body.indexOf("*");
  return star === -1 ? { exact: body, prefix: "", suffix: "", except } : { exact: "", prefix: body.slice(0, star), suffix: body.slice(star + 1), except };
}
var matchers = (place2) => place2.split(" ").filter(Boolean).map((part) => ({
  rooted: part.startsWith("/"),
  steps: part.replace(/^\//, "").split("/").map(step).reverse()
}));
var stepFits = (s, name) => s.exact !== "" ? s.exact === name : name.startsWith(s.prefix) && name.endsWith(s.suffix) && name !== s.except;
function placeFits(m, el) {
  let cursor = el;
  for (const s of m.steps) {
    if (!cursor || !stepFits(s, cursor.name)) return false;
    cursor = cursor.parent;
  }
  return !m.rooted || cursor === null;
}
function compile(patterns) {
  const candidates = patterns.flatMap((p, pattern) => p.contexts.map((context) => ({
    pattern,
    context,
    matchers: matchers(context.place),
    anywhere: false
  })));
  return { candidates, byName: /* @__PURE__ */ new Map() };
}
var MAX_KNOWN_NAMES = 5e3;
function candidatesFor(program, name) {
  const known = program.byName.get(name);
  if (known) return known;
  const found = [];
  for (const c of program.candidates) {
    const fitting = c.matchers.filter((m) => m.steps[0] && stepFits(m.steps[0], name));
    if (fitting.length > 0) found.push({ ...c, matchers: fitting, anywhere: fitting.some((m) => !m.rooted && m.steps.length === 1) });
  }
  if (program.byName.size < MAX_KNOWN_NAMES) program.byName.set(name, found);
  return found;
}
function stands(c, el) {
  if (c.anywhere) return true;
  for (const m of c.matchers) if (placeFits(m, el)) return true;
  return false;
}
function applicable(c, el, doc) {
  if (!stands(c, el)) return void 0;
  const { when, pick: pick2, assertions } = c.context;
  if (!when && !pick2) return assertions;
  try {
    if (pick2) return pick2(el, doc);
    return when?.(el, doc) ? assertions : void 0;
  } catch (error) {
    if (error instanceof RuleFault) return void 0;
    throw error;
  }
}
function judge(assertions, el, doc, out) {
  for (const a of assertions) {
    let verdict;
    try {
      verdict = a.test(el, doc);
    } catch (error) {
      if (!(error instanceof RuleFault)) throw error;
      verdict = false;
    }
    if (verdict !== true) out.push({ id: a.id, level: a.level, el: verdict === false ? el : verdict });
  }
}
function run(program, doc) {
  const out = [];
  for (const [name, elements] of doc.byName) {
    const candidates = candidatesFor(program, name);
    if (candidates.length === 0) continue;
    for (const el of elements) {
      let done = -1;
      for (const c of candidates) {
        if (c.pattern === done) continue;
        const assertions = applicable(c, el, doc);
        if (!assertions) continue;
        done = c.pattern;
        judge(assertions, el, doc, out);
        if (c.context.forbidden) findForbidden(c.context.forbidden, el, doc, out);
      }
    }
  }
  return out;
}
var node = () => ({ children: /* @__PURE__ */ new Map(), rules: [], attrs: /* @__PURE__ */ new Map() });
function insert(root, path, rule2) {
  let cursor = root;
  const steps2 = path.split("/");
  for (const name of steps2) {
    if (name.startsWith("@")) {
      const list = cursor.attrs.get(name.slice(1)) ?? [];
      cursor.attrs.set(name.slice(1), [...list, rule2]);
      return;
    }
    let next = cursor.children.get(name);
    if (!next) {
      next = node();
      cursor.children.set(name, next);
    }
    cursor = next;
  }
  cursor.rules.push(rule2);
}
function forbid(table) {
  const trie = node();
  const anywhere = [];
  const ids = [];
  for (const row of table.trim().split("\n")) {
    const [id = "", flag2, path = ""] = row.split(" ");
    const rule2 = { id, level: flag2 === "E" ? "error" : "warning" };
    ids.push(rule2);
    if (path.startsWith("//")) {
      const steps2 = path.slice(2).split("/");
      const last = steps2[steps2.length - 1] ?? "";
      anywhere.push({ ...rule2, path: (last.startsWith("@") ? steps2.slice(0, -1) : steps2).reverse(), attr: last.startsWith("@") ? last.slice(1) : "" });
    } else for (const line5 of path.startsWith("LINE") ? ["cac:InvoiceLine", "cac:CreditNoteLine"] : [""]) {
      insert(trie, path.replace("LINE", line5), rule2);
    }
  }
  return { trie, anywhere, ids };
}
function findForbidden(f2, el, doc, out) {
  const hits = /* @__PURE__ */ new Map();
  walkTrie(f2.trie, el, hits);
  for (const [rule2, where] of hits) out.push({ id: rule2.id, level: rule2.level, el: where });
  for (const rule2 of f2.anywhere) {
    const pool = rule2.path.length === 0 ? doc.byAttr.get(rule2.attr) ?? [] : all(doc, rule2.path[0] ?? "");
    if (pool.length === 0) continue;
    const hit = pool.find((e) => pathFits(rule2.path, e) && (rule2.attr === "" || e.attrs.some((a) => a.name === rule2.attr)));
    if (hit) out.push({ id: rule2.id, level: rule2.level, el: hit });
  }
}
function pathFits(path, el) {
  let cursor = el;
  for (const name of path) {
    if (cursor?.name !== name) return false;
    cursor = cursor.parent;
  }
  return true;
}
function walkTrie(trie, el, hits) {
  if (trie.attrs.size > 0) {
    for (const a of el.attrs) for (const rule2 of trie.attrs.get(a.name) ?? []) if (!hits.has(rule2)) hits.set(rule2, el);
  }
  if (trie.children.size === 0) return;
  for (const child of el.children) {
    const next = trie.children.get(child.name);
    if (!next) continue;
    for (const rule2 of next.rules) if (!hits.has(rule2)) hits.set(rule2, child);
    walkTrie(next, child, hits);
  }
}

// src/modules/finanzen/rechnungspruefung/rules/access.ts
var PATHS = /* @__PURE__ */ new Map();
function steps(path) {
  let known = PATHS.get(path);
  if (!known) {
    known = path.split("/");
    PATHS.set(path, known);
  }
  return known;
}
function collect(el, path, i, out) {
  const name = path[i];
  if (name === "..") {
    if (el.parent) i + 1 === path.length ? out.push(el.parent) : collect(el.parent, path, i + 1, out);
    return;
  }
  for (const child of el.children) {
    if (child.name !== name) continue;
    if (i + 1 === path.length) out.push(child);
    else collect(child, path, i + 1, out);
  }
}
function sel(el, path) {
  const out = [];
  collect(el, steps(path), 0, out);
  return out;
}
function exists(el, path, i) {
  const name = path[i];
  if (name === "..") return el.parent !== null && (i + 1 === path.length || exists(el.parent, path, i + 1));
  for (const child of el.children) {
    if (child.name === name && (i + 1 === path.length || exists(child, path, i + 1))) return true;
  }
  return false;
}
var has = (el, path) => exists(el, steps(path), 0);
var lacks = (el, path) => !exists(el, steps(path), 0);
var count = (el, path) => sel(el, path).length;
var absent = (el, path) => sel(el, path)[0] ?? true;
function only(el, path) {
  const found = sel(el, path);
  if (found.length > 1) fault();
  return found[0];
}
function str(el, path) {
  const found = only(el, path);
  return found ? stringValue(found) : "";
}
var norm = (el, path) => normalizeSpace(str(el, path));
var trimmed = (el) => normalizeSpace(stringValue(el));
var filled = (el, path) => sel(el, path).some((e) => trimmed(e) !== "");
var strs = (el, path) => sel(el, path).map(stringValue);
var is = (el, path, ...values) => sel(el, path).some((e) => values.includes(stringValue(e)));
var isNorm = (el, path, ...values) => sel(el, path).some((e) => values.includes(trimmed(e)));
var overlap = (a, b) => a.some((x) => b.includes(x));
function value(el) {
  return parseDec(stringValue(el)) ?? fault();
}
function num(el, path) {
  const found = only(el, path);
  return found && value(found);
}
function firstNum(el, path) {
  const found = sel(el, path)[0];
  return found && value(found);
}
var nums = (el, path) => sel(el, path).map(value);
function bool(el) {
  switch (trimmed(el)) {
    case "true":
    case "1":
      return true;
    case "false":
    case "0":
      return false;
    default:
      return void 0;
  }
}
var flag = (el, path, wanted) => sel(el, path).some((e) => bool(e) === wanted);
function twoPlaces(text4) {
  const point = text4.indexOf(".");
  return point === -1 || text4.length - point - 1 <= 2;
}
var cents = (path) => (el) => twoPlaces(str(el, path));
function within(el, name) {
  for (let at2 = el.parent; at2; at2 = at2.parent) if (at2.name === name) return true;
  return false;
}
var FACTS = /* @__PURE__ */ new WeakMap();
function fact(doc, key, make2) {
  let known = FACTS.get(doc);
  if (!known) {
    known = /* @__PURE__ */ new Map();
    FACTS.set(doc, known);
  }
  if (!known.has(key)) known.set(key, make2());
  return known.get(key);
}
var SETS = /* @__PURE__ */ new Map();
function inList(list, code) {
  let set = SETS.get(list);
  if (!set) {
    set = new Set(list.split(" "));
    SETS.set(list, set);
  }
  return set.has(code);
}
function dateNumber(text4) {
  const match = /^(-?\d{4,})-(\d\d)-(\d\d)(Z|[+-]\d\d:\d\d)?$/.exec(normalizeSpace(text4));
  if (!match) return fault();
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const ms = Date.UTC(year, month - 1, day);
  if (new Date(ms).getUTCDate() !== day || month < 1 || month > 12) return fault();
  const zone = match[4] && match[4] !== "Z" ? Number(`${match[4][0]}1`) * (Number(match[4].slice(1, 3)) * 60 + Number(match[4].slice(4))) : 0;
  return ms - zone * 6e4;
}

// src/modules/finanzen/rechnungspruefung/model/mapping.ts
var f = (key, bt, label, kind, ubl2, cii2, fields) => fields ? { key, bt, label, kind, ubl: ubl2, cii: cii2, fields } : { key, bt, label, kind, ubl: ubl2, cii: cii2 };
var VAT = "[cac:TaxScheme/cbc:ID=VAT]";
var CVAT = "[ram:TypeCode=VAT]";
var address = (from) => {
  const bt = (i) => `BT-${from + i}`;
  return [
    f("line1", bt(0), "Stra\xDFe, Hausnummer", "text", "cbc:StreetName", "ram:LineOne"),
    f("line2", bt(1), "Adresszusatz", "text", "cbc:AdditionalStreetName", "ram:LineTwo"),
    f("line3", `BT-${{ 35: 162, 50: 163, 64: 164, 75: 165 }[from] ?? 0}`, "weiterer Adresszusatz", "text", "cac:AddressLine/cbc:Line", "ram:LineThree"),
    f("city", bt(2), "Ort", "text", "cbc:CityName", "ram:CityName"),
    f("postCode", bt(3), "Postleitzahl", "text", "cbc:PostalZone", "ram:PostcodeCode"),
    f("region", bt(4), "Region", "text", "cbc:CountrySubentity", "ram:CountrySubDivisionName"),
    f("country", bt(5), "Land", "text", "cac:Country/cbc:IdentificationCode", "ram:CountryID")
  ];
};
var contact = (from) => [
  f("name", `BT-${from}`, "Ansprechperson", "text", "cbc:Name", "ram:PersonName"),
  f("telephone", `BT-${from + 1}`, "Telefon", "text", "cbc:Telephone", "ram:TelephoneUniversalCommunication/ram:CompleteNumber"),
  f("email", `BT-${from + 2}`, "E-Mail", "text", "cbc:ElectronicMail", "ram:EmailURIUniversalCommunication/ram:URIID")
];
var ADDRESS = "ram:PostalTradeAddress";
var ORGANISATION = "ram:SpecifiedLegalOrganization";
var SELLER = [
  f("name", "BT-27", "Name", "text", "cac:PartyLegalEntity/cbc:RegistrationName", "ram:Name"),
  f("tradingName", "BT-28", "Handelsname", "text", "cac:PartyName/cbc:Name", `${ORGANISATION}/ram:TradingBusinessName`),
  f("identifiers", "BT-29", "Kennung", "identifiers", "cac:PartyIdentification/cbc:ID", "ram:ID"),
  f("registration", "BT-30", "Registernummer", "identifier", "cac:PartyLegalEntity/cbc:CompanyID", `${ORGANISATION}/ram:ID`),
  f("vatId", "BT-31", "Umsatzsteuer-Identifikationsnummer", "text", `cac:PartyTaxScheme${VAT}/cbc:CompanyID`, "ram:SpecifiedTaxRegistration/ram:ID[@schemeID=VA]"),
  f("taxNumber", "BT-32", "Steuernummer", "text", "cac:PartyTaxScheme[cac:TaxScheme/cbc:ID!=VAT~FC]/cbc:CompanyID", "ram:SpecifiedTaxRegistration/ram:ID[@schemeID=FC]"),
  f("legalForm", "BT-33", "Weitere rechtliche Angaben", "text", "cac:PartyLegalEntity/cbc:CompanyLegalForm", "ram:Description"),
  f("electronicAddress", "BT-34", "Elektronische Adresse", "identifier", "cbc:EndpointID", "ram:URIUniversalCommunication/ram:URIID"),
  f("address", "BG-5", "Anschrift", "group", "cac:PostalAddress", ADDRESS, address(35)),
  f("contact", "BG-6", "Kontakt", "group", "cac:Contact", "ram:DefinedTradeContact", contact(41))
];
var BUYER = [
  f("name", "BT-44", "Name", "text", "cac:PartyLegalEntity/cbc:RegistrationName", "ram:Name"),
  f("tradingName", "BT-45", "Handelsname", "text", "cac:PartyName/cbc:Name", `${ORGANISATION}/ram:TradingBusinessName`),
  f("identifiers", "BT-46", "Kennung", "identifiers", "cac:PartyIdentification/cbc:ID", "ram:ID"),
  f("registration", "BT-47", "Registernummer", "identifier", "cac:PartyLegalEntity/cbc:CompanyID", `${ORGANISATION}/ram:ID`),
  f("vatId", "BT-48", "Umsatzsteuer-Identifikationsnummer", "text", `cac:PartyTaxScheme${VAT}/cbc:CompanyID`, "ram:SpecifiedTaxRegistration/ram:ID[@schemeID=VA]"),
  f("electronicAddress", "BT-49", "Elektronische Adresse", "identifier", "cbc:EndpointID", "ram:URIUniversalCommunication/ram:URIID"),
  f("address", "BG-8", "Anschrift", "group", "cac:PostalAddress", ADDRESS, address(50)),
  f("contact", "BG-9", "Kontakt", "group", "cac:Contact", "ram:DefinedTradeContact", contact(56))
];
var PERIOD = (start, end) => [
  f("start", start, "Beginn", "date", "cbc:StartDate", "ram:StartDateTime"),
  f("end", end, "Ende", "date", "cbc:EndDate", "ram:EndDateTime")
];
var extra2 = (bts, vat) => {
  const [amount = "", base2 = "", percent = "", reason3 = "", code = "", category = "", rate = ""] = bts;
  return [
    f("amount", amount, "Betrag", "amount", "cbc:Amount", "ram:ActualAmount"),
    f("base", base2, "Grundbetrag", "amount", "cbc:BaseAmount", "ram:BasisAmount"),
    f("percent", percent, "Prozentsatz", "number", "cbc:MultiplierFactorNumeric", "ram:CalculationPercent"),
    ...vat ? [
      f("vatCategory", category, "Steuerkategorie", "text", `cac:TaxCategory${VAT}/cbc:ID`, `ram:CategoryTradeTax${CVAT}/ram:CategoryCode`),
      f("vatRate", rate, "Steuersatz", "number", `cac:TaxCategory${VAT}/cbc:Percent`, `ram:CategoryTradeTax${CVAT}/ram:RateApplicablePercent`)
    ] : [],
    f("reason", reason3, "Grund", "text", "cbc:AllowanceChargeReason", "ram:Reason"),
    f("reasonCode", code, "Code des Grundes", "text", "cbc:AllowanceChargeReasonCode", "ram:ReasonCode")
  ];
};
var UBL_EXTRA = (charge3) => `cac:AllowanceCharge[cbc:ChargeIndicator=${charge3}]`;
var CII_EXTRA = (charge3) => `ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator=${charge3}]`;
var ITEM = "cac:Item";
var PRODUCT = "ram:SpecifiedTradeProduct";
var LS = "ram:SpecifiedLineTradeSettlement";
var LA = "ram:SpecifiedLineTradeAgreement";
var PRICE_CUT = "cac:Price/cac:AllowanceCharge[cbc:ChargeIndicator=false]";
var GROSS = `${LA}/ram:GrossPriceProductTradePrice`;
var LINE = [
  f("id", "BT-126", "Nummer", "text", "cbc:ID", "ram:AssociatedDocumentLineDocument/ram:LineID"),
  f("note", "BT-127", "Bemerkung", "text", "cbc:Note", "ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content"),
  f("object", "BT-128", "Abgerechnetes Objekt", "object", "cac:DocumentReference[cbc:DocumentTypeCode=130]/cbc:ID", `${LS}/ram:AdditionalReferencedDocument[ram:TypeCode=130]/ram:IssuerAssignedID`),
  f("quantity", "BT-129", "Menge", "quantity", "cbc:InvoicedQuantity", "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity"),
  f("net", "BT-131", "Nettobetrag", "amount", "cbc:LineExtensionAmount", `${LS}/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount`),
  f("orderLine", "BT-132", "Bestellposition", "text", "cac:OrderLineReference/cbc:LineID", `${LA}/ram:BuyerOrderReferencedDocument/ram:LineID`),
  f("accountingReference", "BT-133", "Buchungsreferenz", "text", "cbc:AccountingCost", `${LS}/ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID`),
  f("period", "BG-26", "Zeitraum", "group", "cac:InvoicePeriod", `${LS}/ram:BillingSpecifiedPeriod`, PERIOD("BT-134", "BT-135")),
  f("allowances", "BG-27", "Nachlass", "list", UBL_EXTRA(false), `${LS}/${CII_EXTRA(false)}`, extra2(["BT-136", "BT-137", "BT-138", "BT-139", "BT-140"], false)),
  f("charges", "BG-28", "Zuschlag", "list", UBL_EXTRA(true), `${LS}/${CII_EXTRA(true)}`, extra2(["BT-141", "BT-142", "BT-143", "BT-144", "BT-145"], false)),
  f("price", "BT-146", "Nettopreis", "amount", "cac:Price/cbc:PriceAmount", `${LA}/ram:NetPriceProductTradePrice/ram:ChargeAmount`),
  f("discount", "BT-147", "Nachlass auf den Preis", "amount", `${PRICE_CUT}/cbc:Amount`, `${GROSS}/ram:AppliedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator=false]/ram:ActualAmount`),
  f("grossPrice", "BT-148", "Bruttopreis", "amount", `${PRICE_CUT}/cbc:BaseAmount`, `${GROSS}/ram:ChargeAmount`),
  f("baseQuantity", "BT-149", "Basismenge", "quantity", "cac:Price/cbc:BaseQuantity", `${LA}/ram:NetPriceProductTradePrice/ram:BasisQuantity`),
  f("vatCategory", "BT-151", "Steuerkategorie", "text", `${ITEM}/cac:ClassifiedTaxCategory${VAT}/cbc:ID`, `${LS}/ram:ApplicableTradeTax${CVAT}/ram:CategoryCode`),
  f("vatRate", "BT-152", "Steuersatz", "number", `${ITEM}/cac:ClassifiedTaxCategory${VAT}/cbc:Percent`, `${LS}/ram:ApplicableTradeTax${CVAT}/ram:RateApplicablePercent`),
  f("name", "BT-153", "Bezeichnung", "text", `${ITEM}/cbc:Name`, `${PRODUCT}/ram:Name`),
  f("description", "BT-154", "Beschreibung", "text", `${ITEM}/cbc:Description`, `${PRODUCT}/ram:Description`),
  f("sellerItemId", "BT-155", "Artikelnummer des Verk\xE4ufers", "text", `${ITEM}/cac:SellersItemIdentification/cbc:ID`, `${PRODUCT}/ram:SellerAssignedID`),
  f("buyerItemId", "BT-156", "Artikelnummer des K\xE4ufers", "text", `${ITEM}/cac:BuyersItemIdentification/cbc:ID`, `${PRODUCT}/ram:BuyerAssignedID`),
  f("standardItemId", "BT-157", "Standardkennung", "identifier", `${ITEM}/cac:StandardItemIdentification/cbc:ID`, `${PRODUCT}/ram:GlobalID`),
  f("classifications", "BT-158", "Klassifikation", "class", `${ITEM}/cac:CommodityClassification/cbc:ItemClassificationCode`, `${PRODUCT}/ram:DesignatedProductClassification/ram:ClassCode`),
  f("origin", "BT-159", "Ursprungsland", "text", `${ITEM}/cac:OriginCountry/cbc:IdentificationCode`, `${PRODUCT}/ram:OriginTradeCountry/ram:ID`),
  f("attributes", "BG-32", "Eigenschaft", "list", `${ITEM}/cac:AdditionalItemProperty`, `${PRODUCT}/ram:ApplicableProductCharacteristic`, [
    f("name", "BT-160", "Name", "text", "cbc:Name", "ram:Description"),
    f("value", "BT-161", "Wert", "text", "cbc:Value", "ram:Value")
  ])
];
var T = "rsm:SupplyChainTradeTransaction";
var A = `${T}/ram:ApplicableHeaderTradeAgreement`;
var D = `${T}/ram:ApplicableHeaderTradeDelivery`;
var S = `${T}/ram:ApplicableHeaderTradeSettlement`;
var SUM = `${S}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`;
var TOTAL = "cac:LegalMonetaryTotal";
var TOTALS = [
  ["lines", "BT-106", "Summe der Positionen", "LineExtensionAmount", "LineTotalAmount"],
  ["allowances", "BT-107", "Summe der Nachl\xE4sse", "AllowanceTotalAmount", "AllowanceTotalAmount"],
  ["charges", "BT-108", "Summe der Zuschl\xE4ge", "ChargeTotalAmount", "ChargeTotalAmount"],
  ["net", "BT-109", "Gesamtbetrag ohne Umsatzsteuer", "TaxExclusiveAmount", "TaxBasisTotalAmount"],
  ["gross", "BT-112", "Gesamtbetrag mit Umsatzsteuer", "TaxInclusiveAmount", "GrandTotalAmount"],
  ["paid", "BT-113", "Bereits gezahlt", "PrepaidAmount", "TotalPrepaidAmount"],
  ["rounding", "BT-114", "Rundungsbetrag", "PayableRoundingAmount", "RoundingAmount"],
  ["due", "BT-115", "Zahlbetrag", "PayableAmount", "DuePayableAmount"]
].map(([key, bt, label, ubl2, cii2]) => f(key, bt, label, "amount", `cbc:${ubl2}`, `ram:${cii2}`));
var BREAKDOWN = [
  f("taxable", "BT-116", "Zu versteuernder Betrag", "amount", "cbc:TaxableAmount", "ram:BasisAmount"),
  f("tax", "BT-117", "Steuerbetrag", "amount", "cbc:TaxAmount", "ram:CalculatedAmount"),
  f("category", "BT-118", "Steuerkategorie", "text", `cac:TaxCategory${VAT}/cbc:ID`, "ram:CategoryCode"),
  f("rate", "BT-119", "Steuersatz", "number", `cac:TaxCategory${VAT}/cbc:Percent`, "ram:RateApplicablePercent"),
  f("exemptionReason", "BT-120", "Grund der Befreiung", "text", `cac:TaxCategory${VAT}/cbc:TaxExemptionReason`, "ram:ExemptionReason"),
  f("exemptionCode", "BT-121", "Code des Befreiungsgrundes", "text", `cac:TaxCategory${VAT}/cbc:TaxExemptionReasonCode`, "ram:ExemptionReasonCode")
];
var DOCUMENT_TYPE = "cac:AdditionalDocumentReference[cbc:DocumentTypeCode!=130 50~]";
var INVOICE = [
  f("specification", "BT-24", "Spezifikation", "text", "cbc:CustomizationID", "rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID"),
  f("process", "BT-23", "Gesch\xE4ftsprozess", "text", "cbc:ProfileID", "rsm:ExchangedDocumentContext/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID"),
  f("number", "BT-1", "Rechnungsnummer", "text", "cbc:ID", "rsm:ExchangedDocument/ram:ID"),
  f("issueDate", "BT-2", "Rechnungsdatum", "date", "cbc:IssueDate", "rsm:ExchangedDocument/ram:IssueDateTime"),
  f("type", "BT-3", "Art der Rechnung", "text", "cbc:InvoiceTypeCode", "rsm:ExchangedDocument/ram:TypeCode"),
  f("currency", "BT-5", "W\xE4hrung", "text", "cbc:DocumentCurrencyCode", `${S}/ram:InvoiceCurrencyCode`),
  f("vatCurrency", "BT-6", "Buchungsw\xE4hrung der Umsatzsteuer", "text", "cbc:TaxCurrencyCode", `${S}/ram:TaxCurrencyCode`),
  f("dueDate", "BT-9", "F\xE4llig am", "date", "cbc:DueDate", `${S}/ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime`),
  f("buyerReference", "BT-10", "Leitweg-ID (K\xE4uferreferenz)", "text", "cbc:BuyerReference", `${A}/ram:BuyerReference`),
  f("project", "BT-11", "Projekt", "text", "cac:ProjectReference/cbc:ID", `${A}/ram:SpecifiedProcuringProject[ram:Name:=Project reference]/ram:ID`),
  f("contract", "BT-12", "Vertrag", "text", "cac:ContractDocumentReference/cbc:ID", `${A}/ram:ContractReferencedDocument/ram:IssuerAssignedID`),
  f("purchaseOrder", "BT-13", "Bestellung", "text", "cac:OrderReference/cbc:ID", `${A}/ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID`),
  f("salesOrder", "BT-14", "Auftrag", "text", "cac:OrderReference/cbc:SalesOrderID", `${A}/ram:SellerOrderReferencedDocument/ram:IssuerAssignedID`),
  f("receivingAdvice", "BT-15", "Wareneingang", "text", "cac:ReceiptDocumentReference/cbc:ID", `${D}/ram:ReceivingAdviceReferencedDocument/ram:IssuerAssignedID`),
  f("despatchAdvice", "BT-16", "Lieferschein", "text", "cac:DespatchDocumentReference/cbc:ID", `${D}/ram:DespatchAdviceReferencedDocument/ram:IssuerAssignedID`),
  f("tender", "BT-17", "Vergabe oder Los", "text", "cac:OriginatorDocumentReference/cbc:ID", `${A}/ram:AdditionalReferencedDocument[ram:TypeCode=50]/ram:IssuerAssignedID`),
  f("object", "BT-18", "Abgerechnetes Objekt", "object", "cac:AdditionalDocumentReference[cbc:DocumentTypeCode=130]/cbc:ID", `${A}/ram:AdditionalReferencedDocument[ram:TypeCode=130]/ram:IssuerAssignedID`),
  f("accountingReference", "BT-19", "Buchungsreferenz", "text", "cbc:AccountingCost", `${S}/ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID`),
  f("paymentTerms", "BT-20", "Zahlungsbedingungen", "text", "cac:PaymentTerms/cbc:Note", `${S}/ram:SpecifiedTradePaymentTerms/ram:Description`),
  f("preceding", "BG-3", "Fr\xFChere Rechnung", "list", "cac:BillingReference", `${S}/ram:InvoiceReferencedDocument`, [
    f("number", "BT-25", "Nummer", "text", "cac:InvoiceDocumentReference/cbc:ID", "ram:IssuerAssignedID"),
    f("date", "BT-26", "Datum", "date", "cac:InvoiceDocumentReference/cbc:IssueDate", "ram:FormattedIssueDateTime")
  ]),
  f("seller", "BG-4", "Verk\xE4ufer", "group", "cac:AccountingSupplierParty/cac:Party", `${A}/ram:SellerTradeParty`, SELLER),
  f("buyer", "BG-7", "K\xE4ufer", "group", "cac:AccountingCustomerParty/cac:Party", `${A}/ram:BuyerTradeParty`, BUYER),
  f("payee", "BG-10", "Zahlungsempf\xE4nger", "group", "cac:PayeeParty", `${S}/ram:PayeeTradeParty`, [
    f("name", "BT-59", "Name", "text", "cac:PartyName/cbc:Name", "ram:Name"),
    f("identifier", "BT-60", "Kennung", "globalId", "cac:PartyIdentification/cbc:ID", "ram:ID"),
    f("registration", "BT-61", "Registernummer", "identifier", "cac:PartyLegalEntity/cbc:CompanyID", `${ORGANISATION}/ram:ID`)
  ]),
  f("taxRepresentative", "BG-11", "Steuervertreter", "group", "cac:TaxRepresentativeParty", `${A}/ram:SellerTaxRepresentativeTradeParty`, [
    f("name", "BT-62", "Name", "text", "cac:PartyName/cbc:Name", "ram:Name"),
    f("vatId", "BT-63", "Umsatzsteuer-Identifikationsnummer", "text", `cac:PartyTaxScheme${VAT}/cbc:CompanyID`, "ram:SpecifiedTaxRegistration/ram:ID[@schemeID=VA]"),
    f("address", "BG-12", "Anschrift", "group", "cac:PostalAddress", ADDRESS, address(64))
  ]),
  f("delivery", "BG-13", "Lieferung", "group", "cac:Delivery", D, [
    f("name", "BT-70", "Empf\xE4nger", "text", "cac:DeliveryParty/cac:PartyName/cbc:Name", "ram:ShipToTradeParty/ram:Name"),
    f("location", "BT-71", "Lieferort", "globalId", "cac:DeliveryLocation/cbc:ID", "ram:ShipToTradeParty/ram:ID"),
    f("date", "BT-72", "Lieferdatum", "date", "cbc:ActualDeliveryDate", "ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime"),
    f("address", "BG-15", "Lieferanschrift", "group", "cac:DeliveryLocation/cac:Address", `ram:ShipToTradeParty/${ADDRESS}`, address(75))
  ]),
  f("period", "BG-14", "Abrechnungszeitraum", "group", "cac:InvoicePeriod", `${S}/ram:BillingSpecifiedPeriod`, PERIOD("BT-73", "BT-74")),
  f("allowances", "BG-20", "Nachlass", "list", UBL_EXTRA(false), `${S}/${CII_EXTRA(false)}`, extra2(["BT-92", "BT-93", "BT-94", "BT-97", "BT-98", "BT-95", "BT-96"], true)),
  f("charges", "BG-21", "Zuschlag", "list", UBL_EXTRA(true), `${S}/${CII_EXTRA(true)}`, extra2(["BT-99", "BT-100", "BT-101", "BT-104", "BT-105", "BT-102", "BT-103"], true)),
  f("totals", "BG-22", "Summen", "group", TOTAL, SUM, TOTALS),
  f("vat", "BG-23", "Umsatzsteueraufstellung", "list", "cac:TaxTotal/cac:TaxSubtotal", `${S}/ram:ApplicableTradeTax${CVAT}`, BREAKDOWN),
  f("taxPointDate", "BT-7", "Datum des Steuerzeitpunkts", "date", "cbc:TaxPointDate", `${S}/ram:ApplicableTradeTax/ram:TaxPointDate`),
  f("taxPointCode", "BT-8", "Code des Steuerzeitpunkts", "timePoint", "cac:InvoicePeriod/cbc:DescriptionCode", `${S}/ram:ApplicableTradeTax/ram:DueDateTypeCode`),
  f("documents", "BG-24", "Anlage", "list", DOCUMENT_TYPE, `${A}/ram:AdditionalReferencedDocument[ram:TypeCode=916]`, [
    f("id", "BT-122", "Kennung", "text", "cbc:ID", "ram:IssuerAssignedID"),
    f("description", "BT-123", "Beschreibung", "text", "cbc:DocumentDescription", "ram:Name"),
    f("url", "BT-124", "Internetadresse", "text", "cac:Attachment/cac:ExternalReference/cbc:URI", "ram:URIID"),
    f("attachment", "BT-125", "Datei", "attachment", "cac:Attachment/cbc:EmbeddedDocumentBinaryObject", "ram:AttachmentBinaryObject")
  ]),
  f("lines", "BG-25", "Position", "list", "cac:InvoiceLine", `${T}/ram:IncludedSupplyChainTradeLineItem`, LINE)
];

// src/modules/finanzen/rechnungspruefung/model/path.ts
var PATHS2 = /* @__PURE__ */ new Map();
function filter(source) {
  const [, lhs = "", op = "", rhs = ""] = /^(.*?)(!=|:=|=)(.*)$/.exec(source) ?? [];
  const [values = "", write] = op === "!=" ? rhs.split("~") : [rhs, rhs];
  return {
    path: lhs.replace(/^@/, ""),
    attr: lhs.startsWith("@"),
    mode: op === "=" ? "is" : op === "!=" ? "not" : "set",
    values: op === "!=" ? values.split(" ") : [values],
    write: write ?? ""
  };
}
function parsePath(path) {
  let known = PATHS2.get(path);
  if (!known) {
    known = [...path.matchAll(/([^/[\]]+)(?:\[([^\]]*)\])?(?:\/|$)/g)].map((m) => ({ name: m[1] ?? "", filter: m[2] ? filter(m[2]) : void 0 }));
    PATHS2.set(path, known);
  }
  return known;
}
function contents(el, f2) {
  if (f2.attr) return [attr(el, f2.path) ?? ""];
  return sel(el, f2.path).map((e) => {
    const flag2 = /^(?:true|false)$/.test(f2.values[0] ?? "") ? bool(e) : void 0;
    return flag2 === void 0 ? trimmed(e) : String(flag2);
  });
}
function fits(el, f2) {
  if (!f2 || f2.mode === "set") return true;
  const own = contents(el, f2).map((v) => v.toUpperCase());
  const hit = own.some((v) => f2.values.some((w) => w.toUpperCase() === v));
  return f2.mode === "is" ? hit : !hit;
}
function create(parent, name, text4 = "", attrs2 = []) {
  const el = { name, parent, children: [], attrs: attrs2, text: text4, spaced: false, offset: 0 };
  parent?.children.push(el);
  return el;
}
function constant(el, f2) {
  if (f2.write === "") return;
  if (f2.attr) el.attrs = [...el.attrs.filter((a) => a.name !== f2.path), { name: f2.path, value: f2.write }];
  else make(el, f2.path).text = f2.write;
}
function step2(el, s, fresh) {
  const known = fresh ? void 0 : el.children.find((c) => c.name === s.name && fits(c, s.filter));
  if (known) return known;
  const made = create(el, s.name);
  if (s.filter) constant(made, s.filter);
  return made;
}
function make(el, path, fresh = 0) {
  const steps2 = parsePath(path);
  return steps2.reduce((at2, s, i) => step2(at2, s, i >= steps2.length - fresh), el);
}

// src/modules/finanzen/rechnungspruefung/model/read.ts
var CREDIT_NOTE = [
  ["cbc:InvoiceTypeCode", "cbc:CreditNoteTypeCode"],
  ["cac:InvoiceLine", "cac:CreditNoteLine"],
  ["cbc:InvoicedQuantity", "cbc:CreditedQuantity"],
  ["cbc:DueDate", "cac:PaymentMeans/cbc:PaymentDueDate"],
  ["cac:ProjectReference/cbc:ID", "cac:AdditionalDocumentReference[cbc:DocumentTypeCode=50]/cbc:ID"]
];
function ublPath(f2, creditNote) {
  return creditNote ? CREDIT_NOTE.find(([invoice]) => invoice === f2.ubl)?.[1] ?? f2.ubl : f2.ubl;
}
function ciiPath(f2) {
  if (f2.kind !== "date") return f2.cii;
  if (f2.cii.endsWith("FormattedIssueDateTime")) return `${f2.cii}/qdt:DateTimeString`;
  return `${f2.cii}/${f2.cii.endsWith("TaxPointDate") ? "udt:DateString" : "udt:DateTimeString"}`;
}

// src/modules/finanzen/rechnungspruefung/pdf/error.ts
var PdfError = class extends Error {
  english;
  constructor(message, english) {
    super(message);
    this.name = "PdfError";
    this.english = english;
  }
};

// src/modules/finanzen/rechnungspruefung/pdf/filters.ts
import { inflateRawSync, inflateSync } from "node:zlib";
var MAX_STREAM = 64 * 1024 * 1024;
function flate(data) {
  const options = { maxOutputLength: MAX_STREAM, finishFlush: 2 };
  try {
    return inflateSync(data, options);
  } catch (error) {
    if (error.code === "ERR_BUFFER_TOO_LARGE") throw new PdfError("Eine Datei in der PDF ist ausgepackt zu gro\xDF.", "A stream of the PDF is too large.");
  }
  try {
    return inflateRawSync(data.subarray(2), options);
  } catch {
    throw new PdfError("Die PDF-Datei ist besch\xE4digt: Ein Teil l\xE4sst sich nicht auspacken.", "A stream of the PDF cannot be inflated.");
  }
}
function paeth(a, b, c) {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}
function png(data, p) {
  const unit = Math.max(1, Math.ceil(p.colors * p.bits / 8));
  const width = Math.ceil(p.columns * p.colors * p.bits / 8);
  const rows2 = Math.ceil(data.length / (width + 1));
  const out = new Uint8Array(rows2 * width);
  for (let row = 0; row < rows2; row += 1) {
    const kind = data[row * (width + 1)];
    for (let i = 0; i < width; i += 1) {
      const raw2 = data[row * (width + 1) + 1 + i] ?? 0;
      const at2 = row * width + i;
      const left = i >= unit ? out[at2 - unit] ?? 0 : 0;
      const up = row > 0 ? out[at2 - width] ?? 0 : 0;
      const corner = i >= unit && row > 0 ? out[at2 - width - unit] ?? 0 : 0;
      const add2 = kind === 1 ? left : kind === 2 ? up : kind === 3 ? left + up >> 1 : kind === 4 ? paeth(left, up, corner) : 0;
      out[at2] = raw2 + add2 & 255;
    }
  }
  return out;
}
function ascii85(data) {
  const text4 = Buffer.from(data).toString("latin1").replace(/\s+/g, "").replace(/^<~/, "").replace(/~>[\s\S]*$/, "");
  const out = [];
  for (let i = 0; i < text4.length; ) {
    if (text4[i] === "z") {
      out.push(0, 0, 0, 0);
      i += 1;
      continue;
    }
    const group = text4.slice(i, i + 5);
    let value3 = 0;
    for (const char of group.padEnd(5, "u")) value3 = value3 * 85 + (char.charCodeAt(0) - 33);
    for (let k = 0; k < group.length - 1; k += 1) out.push(Math.floor(value3 / 256 ** (3 - k)) & 255);
    i += 5;
  }
  return Uint8Array.from(out);
}
function asciiHex(data) {
  const hex = Buffer.from(data).toString("latin1").replace(/>[\s\S]*$/, "").replace(/[^0-9a-fA-F]/g, "");
  return new Uint8Array(Buffer.from(hex.length % 2 ? `${hex}0` : hex, "hex"));
}
function decodeFilter(name, data, predictor) {
  switch (name) {
    case "FlateDecode":
    case "Fl": {
      const out = flate(data);
      return predictor.predictor >= 10 ? png(out, predictor) : out;
    }
    case "ASCIIHexDecode":
    case "AHx":
      return asciiHex(data);
    case "ASCII85Decode":
    case "A85":
      return ascii85(data);
    case "Crypt":
      return data;
    default:
      throw new PdfError(`Die PDF-Datei verwendet das nicht unterst\xFCtzte Verfahren ${name}.`, `Unsupported PDF filter ${name}.`);
  }
}

// src/modules/finanzen/rechnungspruefung/pdf/lexer.ts
var isName = (v) => typeof v === "object" && v !== null && "name" in v;
var isRef = (v) => typeof v === "object" && v !== null && "num" in v;
var isStream = (v) => typeof v === "object" && v !== null && "raw" in v;
var isDict = (v) => v instanceof Map;
var isKeyword = (v, word) => typeof v === "object" && v !== null && "keyword" in v && v.keyword === word;
var isArray = (v) => Array.isArray(v);
var SPACE = /* @__PURE__ */ new Set([0, 9, 10, 12, 13, 32]);
var DELIMITER = new Set([..."()<>[]{}/%"].map((c) => c.charCodeAt(0)));
var MAX_DEPTH = 60;
function skipBlank(c) {
  for (; c.at < c.bytes.length; c.at += 1) {
    const b = c.bytes[c.at];
    if (b === 37) while (c.at < c.bytes.length && c.bytes[c.at] !== 10 && c.bytes[c.at] !== 13) c.at += 1;
    else if (!SPACE.has(b)) return;
  }
}
function regular(c) {
  const start = c.at;
  while (c.at < c.bytes.length && !SPACE.has(c.bytes[c.at]) && !DELIMITER.has(c.bytes[c.at])) c.at += 1;
  return Buffer.from(c.bytes.buffer, c.bytes.byteOffset + start, c.at - start).toString("latin1");
}
function nameOf(c) {
  c.at += 1;
  return { name: regular(c).replace(/#([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))) };
}
var ESCAPES = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 };
function literal(c) {
  const out = [];
  let depth = 1;
  for (c.at += 1; c.at < c.bytes.length; c.at += 1) {
    const b = c.bytes[c.at];
    if (b === 92) escaped(c, out);
    else {
      if (b === 40) depth += 1;
      else if (b === 41) depth -= 1;
      if (depth === 0) break;
      out.push(b);
    }
  }
  c.at += 1;
  return Uint8Array.from(out);
}
function escaped(c, out) {
  c.at += 1;
  const b = c.bytes[c.at] ?? 0;
  if (b >= 48 && b <= 55) {
    let value3 = 0;
    let digits = 0;
    for (; digits < 3 && (c.bytes[c.at] ?? 0) >= 48 && (c.bytes[c.at] ?? 0) <= 55; digits += 1, c.at += 1) value3 = value3 * 8 + c.bytes[c.at] - 48;
    c.at -= 1;
    out.push(value3 & 255);
  } else if (b === 13) {
    if (c.bytes[c.at + 1] === 10) c.at += 1;
  } else if (b !== 10) out.push(ESCAPES[b] ?? b);
}
function hexString(c) {
  const end = c.bytes.indexOf(62, c.at);
  const stop = end === -1 ? c.bytes.length : end;
  let hex = Buffer.from(c.bytes.buffer, c.bytes.byteOffset + c.at + 1, Math.max(0, stop - c.at - 1)).toString("latin1").replace(/[^0-9a-fA-F]/g, "");
  if (hex.length % 2 === 1) hex += "0";
  c.at = stop + 1;
  return new Uint8Array(Buffer.from(hex, "hex"));
}
function dictionary(c, depth) {
  const out = /* @__PURE__ */ new Map();
  for (c.at += 2; c.at < c.bytes.length; ) {
    skipBlank(c);
    if (c.bytes[c.at] === 62) {
      c.at += 2;
      break;
    }
    if (c.bytes[c.at] !== 47) {
      if (c.at >= c.bytes.length) break;
      readValue(c, depth + 1);
      continue;
    }
    const key = nameOf(c).name;
    out.set(key, readValue(c, depth + 1));
  }
  return out;
}
function array(c, depth) {
  const out = [];
  for (c.at += 1; c.at < c.bytes.length; ) {
    skipBlank(c);
    if (c.bytes[c.at] === 93) {
      c.at += 1;
      break;
    }
    out.push(readValue(c, depth + 1));
  }
  return out;
}
function numberOrRef(c, text4) {
  const value3 = Number(text4);
  if (!/^\d+$/.test(text4)) return value3;
  const saved = c.at;
  skipBlank(c);
  const gen = regular(c);
  if (/^\d{1,5}$/.test(gen)) {
    skipBlank(c);
    const r = c.at;
    if (regular(c) === "R") return { num: value3, gen: Number(gen) };
    c.at = r;
  }
  c.at = saved;
  return value3;
}
function readValue(c, depth = 0) {
  if (depth > MAX_DEPTH) {
    c.at = c.bytes.length;
    return null;
  }
  skipBlank(c);
  const b = c.bytes[c.at];
  if (b === void 0) return null;
  if (b === 47) return nameOf(c);
  if (b === 40) return literal(c);
  if (b === 60) return c.bytes[c.at + 1] === 60 ? dictionary(c, depth) : hexString(c);
  if (b === 91) return array(c, depth);
  const word = regular(c);
  if (word === "") {
    c.at += 1;
    return null;
  }
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return numberOrRef(c, word);
  if (word === "true" || word === "false") return word === "true";
  return word === "null" ? null : { keyword: word };
}
function textOf(v) {
  if (isName(v)) return v.name;
  if (!(v instanceof Uint8Array)) return "";
  if (v[0] === 254 && v[1] === 255) return new TextDecoder("utf-16be").decode(v.subarray(2));
  if (v[0] === 255 && v[1] === 254) return new TextDecoder("utf-16le").decode(v.subarray(2));
  if (v[0] === 239 && v[1] === 187 && v[2] === 191) return new TextDecoder().decode(v.subarray(3));
  return Buffer.from(v).toString("latin1");
}

// src/modules/finanzen/rechnungspruefung/pdf/file.ts
var MAX_OBJECTS = 1e6;
var MAX_TABLES = 200;
var find = (bytes, text4, from) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(text4, from, "latin1");
function objectAt(file, offset, expected) {
  const c = { bytes: file.bytes, at: offset };
  const num2 = readValue(c);
  const gen = readValue(c);
  if (typeof num2 !== "number" || typeof gen !== "number" || !isKeyword(readValue(c), "obj")) return void 0;
  if (expected !== void 0 && num2 !== expected) return void 0;
  const value3 = readValue(c);
  if (!isDict(value3)) return { num: num2, value: value3 };
  const saved = c.at;
  if (!isKeyword(readValue(c), "stream")) return { num: num2, value: value3 };
  skipBlankAfterStream(c, saved);
  return { num: num2, value: { dict: value3, raw: streamBytes(file, value3, c.at) } };
}
function skipBlankAfterStream(c, saved) {
  c.at = saved;
  skipBlank(c);
  c.at += "stream".length;
  if (c.bytes[c.at] === 13) c.at += 1;
  if (c.bytes[c.at] === 10) c.at += 1;
}
function streamBytes(file, dict, start) {
  const length = resolve(file, dict.get("Length"));
  if (typeof length === "number" && length >= 0 && start + length <= file.bytes.length) {
    const c = { bytes: file.bytes, at: start + length };
    if (isKeyword(readValue(c), "endstream")) return file.bytes.subarray(start, start + length);
  }
  const end = find(file.bytes, "endstream", start);
  return file.bytes.subarray(start, end === -1 ? file.bytes.length : end);
}
var numberIn = (file, dict, key, fallback) => {
  const v = dict && resolve(file, dict.get(key));
  return typeof v === "number" ? v : fallback;
};
function decode(file, stream) {
  const list = (v) => isArray(v) ? v : v === null ? [] : [v];
  const filters = list(resolve(file, stream.dict.get("Filter") ?? stream.dict.get("F")));
  const params = list(resolve(file, stream.dict.get("DecodeParms") ?? stream.dict.get("DP")));
  let data = stream.raw;
  if (filters.length > 8) throw new PdfError("Die PDF-Datei ist zu stark verschachtelt.", "Too many filters.");
  filters.forEach((f2, i) => {
    const filter2 = resolve(file, f2);
    const p = resolve(file, params[i]);
    const dict = isDict(p) ? p : void 0;
    const predictor = {
      predictor: numberIn(file, dict, "Predictor", 1),
      colors: numberIn(file, dict, "Colors", 1),
      bits: numberIn(file, dict, "BitsPerComponent", 8),
      columns: Math.min(numberIn(file, dict, "Columns", 1), MAX_STREAM)
    };
    data = decodeFilter(isName(filter2) ? filter2.name : "", data, predictor);
  });
  return data;
}
function resolve(file, value3, depth = 0) {
  if (value3 === void 0) return null;
  if (!isRef(value3)) return value3;
  return depth > 20 ? null : resolve(file, load(file, value3), depth + 1);
}
function load(file, ref) {
  const known = file.cache.get(ref.num);
  if (known !== void 0) return known;
  file.cache.set(ref.num, null);
  const place2 = file.places.get(ref.num);
  let value3 = null;
  if (place2?.kind === "at") value3 = objectAt(file, place2.offset, ref.num)?.value ?? null;
  else if (place2?.kind === "in") value3 = fromObjectStream(file, place2.stream, ref.num);
  file.cache.set(ref.num, value3);
  return value3;
}
function fromObjectStream(file, container, num2) {
  let members = file.streams.get(container);
  if (!members) {
    const stream = resolve(file, { num: container, gen: 0 });
    members = isStream(stream) ? readObjectStream(file, stream) : [];
    file.streams.set(container, members);
  }
  return members.find(([n3]) => n3 === num2)?.[1] ?? null;
}
function readObjectStream(file, stream) {
  const data = decode(file, stream);
  const count2 = Math.min(numberIn(file, stream.dict, "N", 0), MAX_OBJECTS);
  const first = numberIn(file, stream.dict, "First", 0);
  const head = { bytes: data, at: 0 };
  const out = [];
  for (let i = 0; i < count2 && head.at < data.length; i += 1) {
    const num2 = readValue(head);
    const offset = readValue(head);
    if (typeof num2 !== "number" || typeof offset !== "number") break;
    out.push([num2, readValue({ bytes: data, at: first + offset })]);
  }
  return out;
}
function put(file, num2, place2) {
  if (file.places.size < MAX_OBJECTS && !file.places.has(num2)) file.places.set(num2, place2);
}
function readTable(file, c) {
  for (; ; ) {
    const start = readValue(c);
    if (isKeyword(start, "trailer")) break;
    const count2 = readValue(c);
    if (typeof start !== "number" || typeof count2 !== "number" || count2 > MAX_OBJECTS) return void 0;
    for (let i = 0; i < count2; i += 1) {
      const offset = readValue(c);
      readValue(c);
      const kind = readValue(c);
      if (typeof offset !== "number") return void 0;
      if (isKeyword(kind, "n")) put(file, start + i, { kind: "at", offset });
    }
  }
  const trailer = readValue(c);
  return isDict(trailer) ? trailer : void 0;
}
function readStreamTable(file, stream) {
  const data = decode(file, stream);
  const numbers = (v) => isArray(v) ? v.map((n3) => typeof n3 === "number" ? n3 : 0) : [];
  const [w0 = 0, w1 = 0, w2 = 0] = numbers(resolve(file, stream.dict.get("W")));
  const size = numberIn(file, stream.dict, "Size", 0);
  const index2 = stream.dict.has("Index") ? numbers(resolve(file, stream.dict.get("Index"))) : [0, size];
  let at2 = 0;
  const field = (width) => {
    let value3 = 0;
    for (let i = 0; i < width; i += 1, at2 += 1) value3 = value3 * 256 + (data[at2] ?? 0);
    return value3;
  };
  for (let k = 0; k + 1 < index2.length; k += 2) {
    for (let i = 0; i < index2[k + 1] && at2 < data.length; i += 1) {
      const kind = w0 === 0 ? 1 : field(w0);
      const [a, b] = [field(w1), field(w2)];
      if (kind === 1) put(file, index2[k] + i, { kind: "at", offset: a });
      else if (kind === 2) put(file, index2[k] + i, { kind: "in", stream: a, index: b });
    }
  }
  return stream.dict;
}
function readSection(file, offset) {
  const c = { bytes: file.bytes, at: offset };
  const word = readValue(c);
  if (isKeyword(word, "xref")) return readTable(file, c);
  const object = objectAt(file, offset);
  return object && isStream(object.value) ? readStreamTable(file, object.value) : void 0;
}
function readTables(file) {
  const start = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.length).lastIndexOf("startxref", file.bytes.length, "latin1");
  const first = start === -1 ? null : readValue({ bytes: file.bytes, at: start + 9 });
  const queue = [first];
  const seen = /* @__PURE__ */ new Set();
  while (queue.length > 0 && seen.size < MAX_TABLES) {
    const offset = queue.shift();
    if (typeof offset !== "number" || seen.has(offset) || offset >= file.bytes.length) continue;
    seen.add(offset);
    const trailer = readSection(file, offset);
    if (!trailer) return false;
    for (const [k, v] of trailer) if (!file.trailer.has(k)) file.trailer.set(k, v);
    queue.push(trailer.get("XRefStm") ?? null, trailer.get("Prev") ?? null);
  }
  return isDict(resolve(file, file.trailer.get("Root")));
}
function repair(file) {
  file.places.clear();
  file.cache.clear();
  file.streams.clear();
  file.trailer.clear();
  const text4 = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.length).toString("latin1");
  for (const m of text4.matchAll(/(?:^|[\r\n \t])(\d{1,9})[ \t]+\d{1,5}[ \t]+obj\b/g)) {
    if (file.places.size >= MAX_OBJECTS) break;
    file.places.set(Number(m[1]), { kind: "at", offset: m.index + m[0].indexOf(m[1]) });
  }
  for (const m of text4.matchAll(/\btrailer\b/g)) {
    const trailer = readValue({ bytes: file.bytes, at: m.index + 7 });
    if (isDict(trailer)) for (const [k, v] of trailer) file.trailer.set(k, v);
  }
  for (const num2 of [...file.places.keys()]) {
    const value3 = resolve(file, { num: num2, gen: 0 });
    const dict = isStream(value3) ? value3.dict : isDict(value3) ? value3 : void 0;
    const type = dict && resolve(file, dict.get("Type"));
    if (isStream(value3) && isName(type) && type.name === "ObjStm") {
      const members = readObjectStream(file, value3);
      file.streams.set(num2, members);
      members.forEach(([n3], index2) => put(file, n3, { kind: "in", stream: num2, index: index2 }));
    }
    if (isName(type) && type.name === "Catalog" && !file.trailer.has("Root")) file.trailer.set("Root", { num: num2, gen: 0 });
    if (isName(type) && type.name === "XRef" && dict) {
      for (const [k, v] of dict) if (k === "Root" || k === "Encrypt") file.trailer.set(k, v);
    }
  }
}
function openPdf(bytes) {
  const file = { bytes, places: /* @__PURE__ */ new Map(), cache: /* @__PURE__ */ new Map(), streams: /* @__PURE__ */ new Map(), trailer: /* @__PURE__ */ new Map() };
  let sound = false;
  try {
    sound = readTables(file);
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
  }
  if (!sound && !file.trailer.has("Encrypt")) repair(file);
  if (file.trailer.has("Encrypt")) throw new PdfError("Die PDF-Datei ist verschl\xFCsselt. Bitte senden Sie sie ohne Kennwortschutz.", "The PDF is encrypted.");
  return file;
}
function catalog(file) {
  const root = resolve(file, file.trailer.get("Root"));
  if (!isDict(root)) throw new PdfError("Die PDF-Datei ist besch\xE4digt und kann nicht gelesen werden.", "The PDF is damaged.");
  return root;
}

// src/modules/finanzen/rechnungspruefung/xml/error.ts
var XmlError = class extends Error {
  kind;
  offset;
  constructor(kind, message, offset) {
    super(message);
    this.name = "XmlError";
    this.kind = kind;
    this.offset = offset;
  }
};

// src/modules/finanzen/rechnungspruefung/xml/decode.ts
var LABELS = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "us-ascii": "utf-8",
  ascii: "utf-8",
  "iso-8859-1": "windows-1252",
  latin1: "windows-1252",
  "iso-8859-15": "iso-8859-15",
  "windows-1252": "windows-1252",
  "utf-16": "utf-16le",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be"
};
function sniff(bytes) {
  const [a, b, c] = bytes;
  if (a === 239 && b === 187 && c === 191) return "utf-8";
  if (a === 255 && b === 254) return "utf-16le";
  if (a === 254 && b === 255) return "utf-16be";
  if (a === 60 && b === 0) return "utf-16le";
  if (a === 0 && b === 60) return "utf-16be";
  return void 0;
}
function declared(bytes) {
  let head = "";
  for (let i = 0; i < Math.min(bytes.length, 200) && bytes[i] !== 62; i += 1) head += String.fromCharCode(bytes[i] ?? 0);
  const match = /^<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/.exec(head);
  if (!match?.[1]) return "utf-8";
  const label = LABELS[match[1].toLowerCase()];
  if (!label) throw new XmlError("encoding", `Die Zeichenkodierung ${match[1]} wird nicht unterst\xFCtzt. Bitte UTF-8 verwenden.`, 0);
  if (label.startsWith("utf-16")) throw new XmlError("encoding", "Die Datei nennt UTF-16, ist aber nicht so gespeichert.", 0);
  return label;
}
function decodeXml(bytes) {
  const encoding = sniff(bytes) ?? declared(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new XmlError("encoding", `Die Datei enth\xE4lt Bytes, die in ${encoding.toUpperCase()} nicht erlaubt sind.`, 0);
  }
}

// src/modules/finanzen/rechnungspruefung/xml/names.ts
var PREFIX_OF = /* @__PURE__ */ new Map([
  ["urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", "ubl"],
  ["urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2", "cn"],
  ["urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2", "cac"],
  ["urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2", "cbc"],
  ["urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2", "ext"],
  ["urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100", "rsm"],
  ["urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100", "ram"],
  ["urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100", "udt"],
  ["urn:un:unece:uncefact:data:standard:QualifiedDataType:100", "qdt"],
  ["urn:ferd:CrossIndustryDocument:invoice:1p0", "zf1"],
  ["urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12", "ram12"],
  ["urn:un:unece:uncefact:data:standard:UnqualifiedDataType:15", "udt15"],
  ["http://www.w3.org/2001/XMLSchema-instance", "xsi"],
  ["http://www.w3.org/XML/1998/namespace", "xml"]
]);
var NAMESPACE_OF = new Map([...PREFIX_OF].map(([uri, prefix]) => [prefix, uri]));

// src/modules/finanzen/rechnungspruefung/xml/parse.ts
var XML_LIMITS = {
  maxLength: 120 * 1024 * 1024,
  maxDepth: 100,
  maxElements: 3e6,
  maxAttributes: 64
};
var NO_ATTRS = [];
var START = "A-Za-z_\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}";
var NAME = new RegExp(`^[${START}][-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040${START}]*$`, "u");
var SPECIAL_TEXT = /[&\r\]\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
var SPECIAL_VALUE = /[&<\t\n\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
var FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
function fail(s, message, kind = "syntax", offset = s.at) {
  throw new XmlError(kind, message, offset);
}
var isSpace = (code) => code === 32 || code === 10 || code === 9 || code === 13;
function skipSpace(s) {
  while (isSpace(s.src.charCodeAt(s.at))) s.at += 1;
}
function scanName(s) {
  const start = s.at;
  for (; s.at < s.src.length; s.at += 1) {
    const c = s.src.charCodeAt(s.at);
    if (c === 62 || c === 47 || c === 61 || isSpace(c) || c === 60 || c === 63) break;
  }
  if (s.at === start) fail(s, "Hier wird ein Name erwartet.");
  return s.src.slice(start, s.at);
}
var ENTITIES = { lt: "<", gt: ">", amp: "&", apos: "'", quot: '"' };
function reference(s, body, offset) {
  const known = ENTITIES[body];
  if (known !== void 0 && Object.hasOwn(ENTITIES, body)) return known;
  const match = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(body);
  if (!match) return fail(s, `Die Entit\xE4t &${body.slice(0, 40)}; ist nicht erlaubt.`, "syntax", offset);
  const code = match[1] ? Number.parseInt(match[1], 16) : Number.parseInt(match[2] ?? "", 10);
  const char = code <= 1114111 && !(code >= 55296 && code <= 57343) ? String.fromCodePoint(code) : "\0";
  if (FORBIDDEN.test(char)) fail(s, "Das angegebene Zeichen ist in XML nicht erlaubt.", "syntax", offset);
  return char;
}
function expand(s, raw2, offset) {
  let out = "";
  let from = 0;
  for (let amp = raw2.indexOf("&"); amp !== -1; amp = raw2.indexOf("&", from)) {
    const end = raw2.indexOf(";", amp);
    if (end === -1 || end - amp > 60) fail(s, "Ein & muss als &amp; geschrieben werden.", "syntax", offset + amp);
    out += raw2.slice(from, amp) + reference(s, raw2.slice(amp + 1, end), offset + amp);
    from = end + 1;
  }
  return out + raw2.slice(from);
}
function text(s, raw2, offset) {
  if (!SPECIAL_TEXT.test(raw2)) return raw2;
  if (raw2.includes("]]>")) fail(s, "Die Zeichenfolge ]]> ist im Text nicht erlaubt.", "syntax", offset);
  if (FORBIDDEN.test(raw2)) fail(s, "Der Text enth\xE4lt ein Zeichen, das in XML nicht erlaubt ist.", "syntax", offset);
  const lines3 = raw2.includes("\r") ? raw2.replace(/\r\n?/g, "\n") : raw2;
  return lines3.includes("&") ? expand(s, lines3, offset) : lines3;
}
function value2(s, raw2, offset) {
  if (!SPECIAL_VALUE.test(raw2)) return raw2;
  if (raw2.includes("<")) fail(s, "Das Zeichen < ist in einem Attribut nicht erlaubt.", "syntax", offset);
  if (FORBIDDEN.test(raw2)) fail(s, "Ein Attribut enth\xE4lt ein Zeichen, das in XML nicht erlaubt ist.", "syntax", offset);
  return expand(s, raw2.replace(/\r\n|[\t\n\r]/g, " "), offset);
}
function lookup(s, prefix) {
  for (let scope = s.scope; scope; scope = scope.outer) {
    const uri = scope.prefixes.get(prefix);
    if (uri !== void 0) return uri;
  }
  return void 0;
}
function resolve2(s, raw2, isAttr) {
  const colon = raw2.indexOf(":");
  const local = colon === -1 ? raw2 : raw2.slice(colon + 1);
  const prefix = colon === -1 ? "" : raw2.slice(0, colon);
  if (!NAME.test(local) || colon !== -1 && !NAME.test(prefix)) fail(s, `\u201E${raw2.slice(0, 40)}\u201C ist kein g\xFCltiger Name.`);
  if (colon === -1 && isAttr) return local;
  const uri = prefix === "xml" ? "http://www.w3.org/XML/1998/namespace" : lookup(s, prefix);
  if (colon !== -1 && !uri) fail(s, `Das Pr\xE4fix ${prefix.slice(0, 40)} ist nicht erkl\xE4rt.`, "namespace");
  if (!uri) return `Q{}${local}`;
  const canonical = PREFIX_OF.get(uri);
  return canonical ? `${canonical}:${local}` : `Q{${uri}}${local}`;
}
function elementName(s, raw2) {
  const known = s.scope.names.get(raw2);
  if (known !== void 0) return known;
  const name = resolve2(s, raw2, false);
  let elements = s.byName.get(name);
  if (!elements) {
    elements = [];
    s.byName.set(name, elements);
  }
  const made = { name, elements };
  s.scope.names.set(raw2, made);
  return made;
}
function readAttributes(s) {
  let list = null;
  let prefixes = null;
  for (; ; ) {
    const before = s.at;
    skipSpace(s);
    const c = s.src.charCodeAt(s.at);
    if (c === 62 || c === 47) break;
    if (before === s.at) fail(s, "Zwischen Attributen fehlt ein Leerzeichen.");
    if (Number.isNaN(c)) fail(s, "Die Datei endet mitten in einem Element.");
    const raw2 = scanName(s);
    const val = readValue2(s);
    if (raw2 === "xmlns" || raw2.startsWith("xmlns:")) {
      prefixes ??= /* @__PURE__ */ new Map();
      declare(s, prefixes, raw2, val);
    } else {
      list ??= [];
      list.push({ raw: raw2, value: val });
    }
    if ((list?.length ?? 0) + (prefixes?.size ?? 0) > s.limits.maxAttributes) fail(s, "Zu viele Attribute.", "limit");
  }
  if (prefixes) s.scope = { outer: s.scope, prefixes, names: /* @__PURE__ */ new Map(), attrNames: /* @__PURE__ */ new Map() };
  return list ? finishAttributes(s, list) : NO_ATTRS;
}
function readValue2(s) {
  skipSpace(s);
  if (s.src.charCodeAt(s.at) !== 61) fail(s, "Nach dem Namen eines Attributs fehlt ein Gleichheitszeichen.");
  s.at += 1;
  skipSpace(s);
  const quote = s.src[s.at];
  if (quote !== '"' && quote !== "'") fail(s, "Der Wert eines Attributs muss in Anf\xFChrungszeichen stehen.");
  const end = s.src.indexOf(quote, s.at + 1);
  if (end === -1) fail(s, "Das schlie\xDFende Anf\xFChrungszeichen fehlt.");
  const val = value2(s, s.src.slice(s.at + 1, end), s.at + 1);
  s.at = end + 1;
  return val;
}
function declare(s, prefixes, raw2, uri) {
  const prefix = raw2 === "xmlns" ? "" : raw2.slice(6);
  if (prefixes.has(prefix)) fail(s, `Das Attribut ${raw2} kommt doppelt vor.`);
  if (raw2 !== "xmlns" && (!NAME.test(prefix) || uri === "")) fail(s, `Die Erkl\xE4rung ${raw2.slice(0, 40)} ist ung\xFCltig.`, "namespace");
  const isXml = uri === "http://www.w3.org/XML/1998/namespace";
  if (prefix === "xmlns" || uri === "http://www.w3.org/2000/xmlns/" || isXml !== (prefix === "xml")) {
    fail(s, `Die Erkl\xE4rung ${raw2.slice(0, 40)} ist nicht erlaubt.`, "namespace");
  }
  prefixes.set(prefix, uri);
}
function finishAttributes(s, list) {
  const attrs2 = [];
  for (const { raw: raw2, value: val } of list) {
    let name = s.scope.attrNames.get(raw2);
    if (name === void 0) {
      name = resolve2(s, raw2, true);
      s.scope.attrNames.set(raw2, name);
    }
    for (const other of attrs2) if (other.name === name) fail(s, `Das Attribut ${raw2.slice(0, 40)} kommt doppelt vor.`);
    attrs2.push({ name, value: val });
  }
  return attrs2;
}
function skipComment(s) {
  const end = s.src.indexOf("--", s.at + 4);
  if (end === -1 || s.src.charCodeAt(end + 2) !== 62) fail(s, "Ein Kommentar ist nicht richtig abgeschlossen.");
  if (FORBIDDEN.test(s.src.slice(s.at, end))) fail(s, "Ein Kommentar enth\xE4lt ein Zeichen, das in XML nicht erlaubt ist.");
  s.at = end + 3;
}
function skipInstruction(s) {
  const start = s.at;
  s.at += 2;
  const target = scanName(s);
  if (!NAME.test(target) || target.toLowerCase() === "xml") fail(s, "Diese Verarbeitungsanweisung ist hier nicht erlaubt.", "syntax", start);
  const end = s.src.indexOf("?>", s.at);
  if (end === -1 || end !== s.at && !isSpace(s.src.charCodeAt(s.at))) fail(s, "Eine Verarbeitungsanweisung ist nicht abgeschlossen.");
  if (FORBIDDEN.test(s.src.slice(s.at, end))) fail(s, "Eine Verarbeitungsanweisung enth\xE4lt ein unerlaubtes Zeichen.");
  s.at = end + 2;
}
function readCdata(s) {
  const end = s.src.indexOf("]]>", s.at + 9);
  if (end === -1) fail(s, "Ein CDATA-Abschnitt ist nicht abgeschlossen.");
  const raw2 = s.src.slice(s.at + 9, end);
  if (FORBIDDEN.test(raw2)) fail(s, "Ein CDATA-Abschnitt enth\xE4lt ein unerlaubtes Zeichen.");
  s.at = end + 3;
  return raw2.replace(/\r\n?/g, "\n");
}
var DECLARATION = /^<\?xml\s+version\s*=\s*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/;
function readMisc(s, beforeRoot) {
  for (; ; ) {
    skipSpace(s);
    if (s.src.startsWith("<!--", s.at)) skipComment(s);
    else if (s.src.startsWith("<?", s.at)) skipInstruction(s);
    else if (s.src.startsWith("<!DOCTYPE", s.at)) {
      fail(s, "Eine DTD (DOCTYPE) ist in E-Rechnungen nicht erlaubt; sie kann Schadcode enthalten.", "dtd");
    } else if (beforeRoot || s.at >= s.src.length) return;
    else fail(s, "Nach dem Ende der Rechnung steht noch weiterer Inhalt.");
  }
}
function index(map, key, el) {
  const list = map.get(key);
  if (list) list.push(el);
  else map.set(key, [el]);
}
var NO_CHILDREN = [];
function openElement(s, parent) {
  const offset = s.at;
  s.at += 1;
  const raw2 = scanName(s);
  const attrs2 = s.src.charCodeAt(s.at) === 62 ? NO_ATTRS : readAttributes(s);
  const known = elementName(s, raw2);
  const el = { name: known.name, parent, children: NO_CHILDREN, attrs: attrs2, text: "", spaced: false, offset };
  s.count += 1;
  if (s.count > s.limits.maxElements) fail(s, "Die Rechnung enth\xE4lt zu viele Elemente.", "limit");
  if (parent) {
    if (parent.children === NO_CHILDREN) parent.children = [el];
    else parent.children.push(el);
  }
  known.elements.push(el);
  for (const a of attrs2) index(s.byAttr, a.name, el);
  s.raw = raw2;
  s.empty = s.src.charCodeAt(s.at) === 47;
  if (s.empty) s.at += 1;
  if (s.src.charCodeAt(s.at) !== 62) fail(s, "Ein Element ist nicht richtig geschlossen.");
  s.at += 1;
  return el;
}
function closeElement(s, raw2) {
  if (!s.src.startsWith(raw2, s.at + 2)) fail(s, `Hier m\xFCsste </${raw2.slice(0, 60)}> stehen.`);
  s.at += 2 + raw2.length;
  skipSpace(s);
  if (s.src.charCodeAt(s.at) !== 62) fail(s, `Hier m\xFCsste </${raw2.slice(0, 60)}> stehen.`);
  s.at += 1;
}
function onlySpace(raw2) {
  for (let i = 0; i < raw2.length; i += 1) if (!isSpace(raw2.charCodeAt(i))) return false;
  return true;
}
function readText(s, el) {
  const next = s.src.indexOf("<", s.at);
  if (next === -1) fail(s, `Das Element ${el.name} wird nicht geschlossen.`);
  if (next > s.at) {
    const raw2 = s.src.slice(s.at, next);
    const closes = s.src.charCodeAt(next + 1) === 47 && el.children.length === 0;
    if (!closes && onlySpace(raw2) && s.src.charCodeAt(next + 1) !== 33 && el.text === "") el.spaced = true;
    else if (el.children.length > 0 && onlySpace(raw2)) el.spaced = true;
    else el.text += text(s, raw2, s.at);
    s.at = next;
  }
}
function readTree(s) {
  const stack = [];
  let outer = s.scope;
  const root = openElement(s, null);
  if (s.empty) return root;
  let frame = { el: root, raw: s.raw, outer };
  while (frame) {
    readText(s, frame.el);
    const c = s.src.charCodeAt(s.at + 1);
    if (c === 47) {
      closeElement(s, frame.raw);
      s.scope = frame.outer;
      frame = stack.pop();
    } else if (c === 33) {
      if (s.src.startsWith("<!--", s.at)) skipComment(s);
      else if (s.src.startsWith("<![CDATA[", s.at)) frame.el.text += readCdata(s);
      else fail(s, "Diese Anweisung ist hier nicht erlaubt.");
    } else if (c === 63) skipInstruction(s);
    else {
      outer = s.scope;
      const el = openElement(s, frame.el);
      if (s.empty) s.scope = outer;
      else if (!leaf(s, el, outer)) {
        if (stack.push(frame) >= s.limits.maxDepth) fail(s, "Die Elemente sind zu tief verschachtelt.", "limit");
        frame = { el, raw: s.raw, outer };
      }
    }
  }
  return root;
}
function leaf(s, el, outer) {
  const end = s.src.indexOf("<", s.at);
  if (end === -1 || s.src.charCodeAt(end + 1) !== 47) return false;
  if (end > s.at) {
    el.text = text(s, s.src.slice(s.at, end), s.at);
    s.at = end;
  }
  closeElement(s, s.raw);
  s.scope = outer;
  return true;
}
function parseXml(source, limits = XML_LIMITS) {
  const s = {
    src: source,
    limits,
    at: 0,
    count: 0,
    scope: { outer: null, prefixes: /* @__PURE__ */ new Map(), names: /* @__PURE__ */ new Map(), attrNames: /* @__PURE__ */ new Map() },
    byName: /* @__PURE__ */ new Map(),
    byAttr: /* @__PURE__ */ new Map(),
    raw: "",
    empty: false
  };
  if (source.length > limits.maxLength) fail(s, "Die Datei ist zu gro\xDF.", "limit");
  if (source.startsWith("<?xml") && isSpace(source.charCodeAt(5))) {
    const match = DECLARATION.exec(source);
    if (!match) fail(s, "Die XML-Deklaration am Anfang der Datei ist fehlerhaft.");
    s.at = match[0].length;
  }
  readMisc(s, true);
  if (s.src.charCodeAt(s.at) !== 60 || s.src.charCodeAt(s.at + 1) === 33) fail(s, "Die Datei enth\xE4lt kein XML-Element.");
  const root = readTree(s);
  readMisc(s, false);
  return { root, source, byName: s.byName, byAttr: s.byAttr, elementCount: s.count };
}

// src/modules/finanzen/rechnungspruefung/pdf/xmp.ts
var PDFA = "http://www.aiim.org/pdfa/ns/id/";
var INVOICE2 = /^Q\{urn:(?:factur-x|zugferd|ferd):pdfa:CrossIndustryDocument:invoice:[0-9p]+#\}$/;
function property(doc, space, local) {
  const split = (name) => [name.slice(0, name.lastIndexOf("}") + 1), name.slice(name.lastIndexOf("}") + 1)];
  for (const [name, elements] of doc.byName) {
    const [ns, own] = split(name);
    if (own === local && space(ns)) return elements[0]?.text.trim();
  }
  for (const [name, elements] of doc.byAttr) {
    const [ns, own] = split(name);
    if (own === local && space(ns)) return elements[0]?.attrs.find((a) => a.name === name)?.value.trim();
  }
  return void 0;
}
function readXmp(bytes) {
  try {
    const text4 = decodeXml(bytes).replace(/\0+$/, "").trim();
    const doc = parseXml(text4);
    const pdfa = (ns) => ns === `Q{${PDFA}}`;
    const invoice = (ns) => INVOICE2.test(ns);
    return {
      part: property(doc, pdfa, "part"),
      conformance: property(doc, pdfa, "conformance"),
      level: property(doc, invoice, "ConformanceLevel"),
      fileName: property(doc, invoice, "DocumentFileName"),
      version: property(doc, invoice, "Version")
    };
  } catch (error) {
    if (error instanceof XmlError) return void 0;
    throw error;
  }
}

// src/modules/finanzen/rechnungspruefung/pdf/extract.ts
var MAX_ATTACHMENTS = 5e3;
var KNOWN_NAMES = ["factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml"];
function attachment(file, value3, associated) {
  const spec = resolve(file, value3);
  if (!isDict(spec) || !isDict(resolve(file, spec.get("EF")))) return void 0;
  const relationship = resolve(file, spec.get("AFRelationship"));
  const name = textOf(resolve(file, spec.get("UF"))) || textOf(resolve(file, spec.get("F")));
  return { name, relationship: isName(relationship) ? relationship.name : "", associated, spec };
}
function leaves(file, value3, seen, out) {
  if (isRef(value3)) {
    if (seen.has(value3.num)) return;
    seen.add(value3.num);
  }
  const node2 = resolve(file, value3);
  if (!isDict(node2) || out.length > MAX_ATTACHMENTS || seen.size > MAX_ATTACHMENTS) return;
  const names = resolve(file, node2.get("Names"));
  if (isArray(names)) for (let i = 1; i < names.length; i += 2) out.push(names[i] ?? null);
  const kids = resolve(file, node2.get("Kids"));
  if (isArray(kids)) for (const kid of kids) leaves(file, kid, seen, out);
}
function attachments(file, root) {
  const af = resolve(file, root.get("AF"));
  const associated = isArray(af) ? af : [];
  const names = resolve(file, root.get("Names"));
  const embedded = [];
  if (isDict(names)) leaves(file, names.get("EmbeddedFiles") ?? null, /* @__PURE__ */ new Set(), embedded);
  const found = [...associated.map((v) => attachment(file, v, true)), ...embedded.map((v) => attachment(file, v, false))];
  const unique = /* @__PURE__ */ new Map();
  for (const a of found) if (a && !unique.has(a.spec)) unique.set(a.spec, a);
  return [...unique.values()];
}
function choose2(list) {
  const byName = KNOWN_NAMES.map((n3) => list.find((a) => a.name.toLowerCase().split(/[\\/]/).pop() === n3)).find(Boolean);
  if (byName) return byName;
  const xml = list.filter((a) => /\.xml$/i.test(a.name));
  return xml.find((a) => ["Alternative", "Data", "Source"].includes(a.relationship)) ?? (xml.length === 1 ? xml[0] : void 0);
}
function content(file, a) {
  const ef = resolve(file, a.spec.get("EF"));
  const stream = isDict(ef) ? resolve(file, ef.get("UF") ?? ef.get("F")) : null;
  const other = isDict(ef) && !isStream(stream) ? resolve(file, ef.get("F")) : stream;
  if (!isStream(other)) throw new PdfError(`Die Rechnungsdatei \u201E${a.name}\u201C in der PDF ist besch\xE4digt.`, "The embedded invoice is damaged.");
  return decode(file, other);
}
function metadata(file, root) {
  const stream = resolve(file, root.get("Metadata"));
  if (!isStream(stream)) return void 0;
  try {
    return readXmp(decode(file, stream));
  } catch (error) {
    if (error instanceof PdfError) return void 0;
    throw error;
  }
}
var LEVELS = {
  "Factur-X MINIMUM": ["MINIMUM"],
  "Factur-X BASIC WL": ["BASIC WL", "BASICWL"],
  "Factur-X BASIC": ["BASIC"],
  "EN 16931": ["EN 16931", "EN16931", "COMFORT"],
  "Factur-X EXTENDED": ["EXTENDED"],
  "XRechnung 3.0": ["XRECHNUNG", "EN 16931"],
  "XRechnung 3.0 Extension": ["XRECHNUNG"],
  "XRechnung 3.0 CVD": ["XRECHNUNG"],
  "ZUGFeRD 1 BASIC": ["BASIC"],
  "ZUGFeRD 1 COMFORT": ["COMFORT"],
  "ZUGFeRD 1 EXTENDED": ["EXTENDED"]
};
var warn = (message, text4) => ({ level: "warning", message, text: text4 });
function compare(a, xmp, profile) {
  const out = [];
  if (!xmp) return [warn("The PDF has no readable XMP metadata, so it is no PDF/A-3.", "Die PDF-Datei hat keine lesbaren Metadaten. Eine hybride Rechnung muss PDF/A-3 sein.")];
  if (xmp.part !== "3") out.push(warn("The PDF is not marked as PDF/A-3.", `Die PDF-Datei ist nicht als PDF/A-3 gekennzeichnet${xmp.part ? ` (sondern als PDF/A-${xmp.part})` : ""}.`));
  if (!xmp.level) out.push(warn("The XMP metadata do not name the profile of the invoice.", "In den Metadaten der PDF-Datei fehlt das Profil der Rechnung (ConformanceLevel)."));
  const expected = LEVELS[profile];
  if (xmp.level && expected && !expected.includes(xmp.level.toUpperCase())) {
    out.push(warn("The profile in the XMP metadata differs from that of the XML.", `Die Metadaten der PDF-Datei nennen das Profil \u201E${xmp.level.slice(0, 40)}\u201C, die Rechnungsdatei aber \u201E${profile}\u201C.`));
  }
  if (xmp.fileName && xmp.fileName !== a.name) {
    out.push(warn("The XMP metadata name another file.", `Die Metadaten nennen die Datei \u201E${xmp.fileName.slice(0, 60)}\u201C, eingebettet ist \u201E${a.name.slice(0, 60)}\u201C.`));
  }
  if (!a.relationship) out.push(warn("The embedded file has no AFRelationship.", "Bei der eingebetteten Rechnungsdatei fehlt die Angabe, wie sie zur PDF-Datei geh\xF6rt (AFRelationship)."));
  else if (!a.associated) out.push(warn("The embedded file is not associated with the document (AF).", "Die eingebettete Rechnungsdatei ist dem Dokument nicht zugeordnet (Eintrag AF fehlt)."));
  return out;
}
function extractInvoice(bytes) {
  const file = openPdf(bytes);
  const root = catalog(file);
  const list = attachments(file, root);
  const chosen3 = choose2(list);
  if (!chosen3) {
    const names = list.map((a) => a.name).filter(Boolean).slice(0, 5).join(", ");
    throw new PdfError(
      `Die PDF-Datei enth\xE4lt keine elektronische Rechnung${names ? ` (eingebettet: ${names.slice(0, 200)})` : ""}. Eine PDF allein ist keine E-Rechnung. Bitte senden Sie eine XRechnung oder ZUGFeRD-Rechnung.`,
      "The PDF contains no electronic invoice."
    );
  }
  const xml = content(file, chosen3);
  const xmp = metadata(file, root);
  return { xml, name: chosen3.name, relationship: chosen3.relationship, xmp, notes: (profile) => compare(chosen3, xmp, profile) };
}

// src/modules/finanzen/rechnungspruefung/profile.ts
var NONE2 = /* @__PURE__ */ new Map();
var levels = (changes) => new Map(Object.entries(changes).flatMap(([level, ids]) => (ids ?? "").split(" ").map((id) => [id, level])));
var CII_ONCE = "CII-SR-452 CII-SR-453 CII-SR-454";
var EXTENDED = "BR-CL-10 BR-CL-11 BR-CL-21 BR-CL-24 BR-CL-25 BR-CL-26";
var SCENARIOS = /* @__PURE__ */ new Map([
  [`${XRECHNUNG_ID} UBL Invoice`, levels({ warning: "BR-CL-23 BR-CL-21", error: "UBL-CR-646" })],
  [`${XRECHNUNG_ID} UBL CreditNote`, levels({ warning: "BR-CL-23 BR-CL-21" })],
  [`${XRECHNUNG_ID} CII`, levels({ warning: "BR-CL-23 BR-CL-21", error: CII_ONCE })],
  [`${EXTENSION_ID} UBL Invoice`, levels({ information: `${EXTENDED} BR-CO-16 UBL-CR-470 UBL-CR-646`, warning: "BR-CL-23" })],
  [`${EXTENSION_ID} CII`, levels({ information: EXTENDED, warning: "BR-CL-23", error: CII_ONCE })],
  [`${CVD_ID} UBL Invoice`, levels({ information: "BR-CL-13", warning: "BR-CL-23 BR-CL-21", error: "UBL-CR-646" })],
  [`${CVD_ID} UBL CreditNote`, levels({ information: "BR-CL-13", warning: "BR-CL-23 BR-CL-21", error: "UBL-CR-646" })],
  [`${CVD_ID} CII`, levels({ information: "BR-CL-13", warning: "BR-CL-23 BR-CL-21", error: CII_ONCE })]
]);
var XRECHNUNG_NAMES = /* @__PURE__ */ new Map([
  [XRECHNUNG_ID, "XRechnung 3.0"],
  [EXTENSION_ID, "XRechnung 3.0 Extension"],
  [CVD_ID, "XRechnung 3.0 CVD"]
]);
var KNOWN = [
  [/^urn:(?:factur-x\.eu:1p0|zugferd\.de:2p0):minimum$/, "Factur-X MINIMUM"],
  [/^urn:(?:factur-x\.eu:1p0|zugferd\.de:2p0):basicwl$/, "Factur-X BASIC WL"],
  [/^urn:cen\.eu:en16931:2017#compliant#urn:(?:factur-x\.eu:1p0|zugferd\.de:2p0):basic$/, "Factur-X BASIC"],
  [/^urn:cen\.eu:en16931:2017#conformant#urn:(?:factur-x\.eu:1p0|zugferd\.de:2p0):extended$/, "Factur-X EXTENDED"],
  [/^urn:cen\.eu:en16931:2017#compliant#urn:fdc:peppol\.eu:2017:poacc:billing:3\.0$/, "Peppol BIS Billing 3.0"],
  [/^urn:ferd:(?:CrossIndustryDocument:)?invoice:1p0:(?:rc:)?basic/i, "ZUGFeRD 1 BASIC"],
  [/^urn:ferd:(?:CrossIndustryDocument:)?invoice:1p0:comfort/i, "ZUGFeRD 1 COMFORT"],
  [/^urn:ferd:(?:CrossIndustryDocument:)?invoice:1p0:extended/i, "ZUGFeRD 1 EXTENDED"]
];
var XRECHNUNG_3_FROM = "2024-02-01";
var OLD_XRECHNUNG = /^urn:cen\.eu:en16931:2017#(?:compliant|conformant)#urn:(?:xoev-de:kosit:standard|xeinkauf\.de:kosit):xrechnung_([0-9.]+)/;
function unknown(id, at2) {
  const old = OLD_XRECHNUNG.exec(id)?.[1];
  if (old && old !== "3.0") {
    const ended = at2 >= XRECHNUNG_3_FROM ? " Diese Version gilt seit dem 1. Februar 2024 nicht mehr." : "";
    return { name: `XRechnung ${old}`, note: `Die Rechnung nennt XRechnung ${old}.${ended} Gepr\xFCft wurden nur die Regeln der Norm EN 16931.` };
  }
  const known = KNOWN.find(([pattern]) => pattern.test(id))?.[1];
  if (known) return { name: known, note: `Die Rechnung nennt ${known}. Gepr\xFCft wurden die Regeln der Norm EN 16931, nicht die von XRechnung.` };
  return {
    name: "unbekannt",
    note: id === "" ? "Die Rechnung nennt keine Spezifikation. Gepr\xFCft wurden nur die Regeln der Norm EN 16931." : "Die Spezifikation der Rechnung ist nicht bekannt. Gepr\xFCft wurden nur die Regeln der Norm EN 16931."
  };
}
function profileOf(id, syntax, at2) {
  const german = XRECHNUNG_NAMES.get(id);
  if (german) return { name: german, xrechnung: true, levels: SCENARIOS.get(`${id} ${syntax}`) ?? NONE2, note: void 0 };
  if (id === CORE_ID) return { name: "EN 16931", xrechnung: false, levels: NONE2, note: void 0 };
  return { ...unknown(id, at2), xrechnung: false, levels: NONE2 };
}

// src/modules/finanzen/rechnungspruefung/rules/codes.ts
var content2 = (list) => (el) => inList(list, normalizeSpace(stringValue(el)));
var coded = (name, list) => (el) => inList(list, normalizeSpace(attr(el, name) ?? ""));
var carries = (name) => (el) => attr(el, name) !== void 0;
var vatex = (el) => inList(LISTS.vatex, normalizeSpace(stringValue(el).toUpperCase())) && !normalizeSpace(stringValue(el)).includes(" ");
var MIME = "application/pdf image/png image/jpeg text/csv application/vnd.openxmlformats-officedocument.spreadsheetml.sheet application/vnd.oasis.opendocument.spreadsheet";
var mimeCode = (extension3) => (el) => {
  const mime = attr(el, "mimeCode") ?? "";
  return inList(MIME, mime) || extension3 && mime === "application/xml";
};

// src/modules/finanzen/rechnungspruefung/rules/cii/codes.ts
var charge = (wanted) => (el) => flag(el.parent, "ram:ChargeIndicator/udt:Indicator", wanted);
var outsideProductAndDelivery = (el) => !within(el, "ram:SpecifiedTradeProduct") && !within(el, "ram:ShipToTradeParty");
var ciiCodes = {
  name: "cii-codes",
  contexts: [
    at("rsm:ExchangedDocument/ram:TypeCode", [must("BR-CL-01", content2(LISTS.invoiceTypeCii))]),
    at("ram:TaxTotalAmount", [must("BR-CL-03", coded("currencyID", LISTS.currency))], carries("currencyID")),
    at("ram:InvoiceCurrencyCode", [must("BR-CL-04", content2(LISTS.currency))]),
    at("ram:TaxCurrencyCode", [must("BR-CL-05", content2(LISTS.currency))]),
    at("ram:DueDateTypeCode", [must("BR-CL-06", content2(LISTS.timePointCii))]),
    at("ram:ReferenceTypeCode", [must("BR-CL-07", content2(LISTS.objectScheme))]),
    at("ram:SubjectCode", [must("BR-CL-08", content2(LISTS.noteSubjectCii))]),
    at("ram:GlobalID", [must("BR-CL-10", coded("schemeID", LISTS.icd))], (el) => carries("schemeID")(el) && outsideProductAndDelivery(el)),
    at(
      "ram:ID",
      [must("BR-CL-11", coded("schemeID", LISTS.icd))],
      (el) => carries("schemeID")(el) && !within(el, "ram:SpecifiedTaxRegistration")
    ),
    at("ram:ClassCode", [must("BR-CL-13", coded("listID", LISTS.itemClassScheme))], carries("listID")),
    at("ram:CountryID", [must("BR-CL-14", content2(LISTS.countryCii))]),
    at("ram:OriginTradeCountry/ram:ID", [must("BR-CL-15", content2(LISTS.countryCii))]),
    at("ram:SpecifiedTradeSettlementPaymentMeans/ram:TypeCode", [must("BR-CL-16", content2(LISTS.paymentMeans))]),
    at("ram:CategoryTradeTax/ram:CategoryCode", [must("BR-CL-17", content2(LISTS.vatCategory))]),
    at("ram:ApplicableTradeTax/ram:CategoryCode", [must("BR-CL-18", content2(LISTS.vatCategory))]),
    at("ram:SpecifiedTradeAllowanceCharge/ram:ReasonCode", [must("BR-CL-19", content2(LISTS.allowanceReason))], charge(false)),
    at("ram:SpecifiedTradeAllowanceCharge/ram:ReasonCode", [must("BR-CL-20", content2(LISTS.chargeReason))], charge(true)),
    at("ram:SpecifiedTradeProduct/ram:GlobalID", [must("BR-CL-21", coded("schemeID", LISTS.icd))], carries("schemeID")),
    at("ram:ExemptionReasonCode", [must("BR-CL-22", vatex)]),
    at("ram:BasisQuantity ram:BilledQuantity", [must("BR-CL-23", coded("unitCode", LISTS.unit))], carries("unitCode")),
    at("ram:AttachmentBinaryObject", [must("BR-CL-24", mimeCode(false))], carries("mimeCode")),
    at("ram:URIUniversalCommunication/ram:URIID", [must("BR-CL-25", coded("schemeID", LISTS.eas))], carries("schemeID")),
    at("ram:ApplicableHeaderTradeDelivery/ram:ShipToTradeParty/ram:GlobalID", [must("BR-CL-26", coded("schemeID", LISTS.icd))], carries("schemeID"))
  ]
};

// src/modules/finanzen/rechnungspruefung/rules/amounts.ts
var plus = (a, b) => a && b && add(a, b);
var minus = (a, b) => a && b && sub(a, b);
var same = (a, b) => a !== void 0 && b !== void 0 && cmp(a, b) === 0;
var cent = (a) => a && round(a, 2);
var zero = (a) => a !== void 0 && isZero(a);
var HUNDRED = dec("100");
function nearby(a, b, inclusive = false) {
  if (!a || !b) return false;
  const distance = cmp(abs(sub(a, b)), ONE);
  return inclusive ? distance <= 0 : distance < 0;
}
function vatOf(base2, percent) {
  return base2 && percent && round(div(mul(abs(base2), percent), HUNDRED) ?? percent, 2);
}
function slack(expected, value3, tolerance2) {
  return expected !== void 0 && value3 !== void 0 && cmp(abs(sub(expected, value3)), tolerance2) <= 0;
}
function above(text4, limit) {
  const exact = parseDec(text4);
  const sign = exact ? Number(exact.n > 0n) - Number(exact.n < 0n) : text4.trim() === "" ? Number.NaN : Number(text4);
  return limit === "zero" ? sign > 0 : sign >= 0;
}

// src/modules/finanzen/rechnungspruefung/rules/cii/paths.ts
var T2 = "rsm:SupplyChainTradeTransaction";
var AGREEMENT = `${T2}/ram:ApplicableHeaderTradeAgreement`;
var DELIVERY = `${T2}/ram:ApplicableHeaderTradeDelivery`;
var SETTLEMENT = `${T2}/ram:ApplicableHeaderTradeSettlement`;
var LINE2 = `${T2}/ram:IncludedSupplyChainTradeLineItem`;
var LINE_SETTLEMENT = "ram:SpecifiedLineTradeSettlement";
var LINE_TOTAL = "ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount";
var ROOT = "/rsm:CrossIndustryInvoice";

// src/modules/finanzen/rechnungspruefung/rules/cii/facts.ts
var REGISTRATION = "ram:SpecifiedTaxRegistration/ram:ID";
function tally(elements) {
  const out = /* @__PURE__ */ new Map();
  for (const el of elements) for (const code of new Set(strs(el, "ram:CategoryCode"))) out.set(code, (out.get(code) ?? 0) + 1);
  return out;
}
var registered = (parties4, ...schemes) => parties4.some((p) => sel(p, REGISTRATION).some((id) => schemes.includes(attr(id, "schemeID") ?? "")));
var ciiFacts = (doc) => fact(doc, "cii", () => {
  const taxes3 = all(doc, "ram:ApplicableTradeTax");
  const below = (name) => taxes3.filter((t) => t.parent?.name === name);
  const seller4 = sel(doc.root, `${AGREEMENT}/ram:SellerTradeParty`);
  const representative = sel(doc.root, `${AGREEMENT}/ram:SellerTaxRepresentativeTradeParty`);
  const sellers = all(doc, "ram:SellerTradeParty");
  const buyers = all(doc, "ram:BuyerTradeParty");
  return {
    lines: tally(below(LINE_SETTLEMENT)),
    breakdown: tally(below("ram:ApplicableHeaderTradeSettlement")),
    extras: tally(all(doc, "ram:CategoryTradeTax")),
    codes: new Set(all(doc, "ram:CategoryCode").map(stringValue)),
    sellerTaxId: registered(seller4, "VA", "FC"),
    sellerVatId: registered(seller4, "VA"),
    representativeVatId: registered(representative, "VA"),
    anySellerTaxId: registered(sellers, "VA", "FC"),
    anySellerVatId: registered(sellers, "VA"),
    anyRepresentativeVatId: registered(all(doc, "ram:SellerTaxRepresentativeTradeParty"), "VA"),
    buyerVatId: registered(buyers, "VA"),
    buyerLegalId: buyers.some((b) => has(b, "ram:SpecifiedLegalOrganization/ram:ID"))
  };
});
var shares = (doc, code) => fact(doc, `shares ${code}`, () => {
  const rates2 = (el, path) => strs(el, `${path}/ram:RateApplicablePercent`);
  const extras2 = (charge3) => sel(doc.root, `${SETTLEMENT}/ram:SpecifiedTradeAllowanceCharge`).filter((e) => flag(e, "ram:ChargeIndicator/udt:Indicator", charge3) && is(e, "ram:CategoryTradeTax/ram:CategoryCode", code)).flatMap((e) => sel(e, "ram:ActualAmount").slice(0, 1).map((a) => ({ amount: value(a), rates: rates2(e, "ram:CategoryTradeTax") })));
  return {
    lines: sel(doc.root, `${LINE2}/${LINE_SETTLEMENT}`).filter((s) => is(s, "ram:ApplicableTradeTax/ram:CategoryCode", code)).flatMap((s) => nums(s, LINE_TOTAL).map((amount) => ({ amount, rates: rates2(s, "ram:ApplicableTradeTax") }))),
    charges: extras2(true),
    allowances: extras2(false)
  };
});

// src/modules/finanzen/rechnungspruefung/rules/cii/vat.ts
var AT_CODE = [
  { code: "AE", family: "AE" },
  { code: "E", family: "E" },
  { code: "G", family: "G" },
  { code: "K", family: "IC" },
  { code: "S", family: "S" },
  { code: "Z", family: "Z" }
];
var AT_ENTRY = [{ code: "L", family: "AF" }, { code: "M", family: "AG" }, { code: "O", family: "O" }];
var isVat = (el) => str(el, "ram:TypeCode").toUpperCase() === "VAT";
var n = (tally3, code) => tally3.get(code) ?? 0;
function breakdownComplete(code, f2) {
  const [lines3, extras2, entries] = [n(f2.lines, code), n(f2.extras, code), n(f2.breakdown, code)];
  if (code === "S" || code === "L" || code === "M") return (lines3 === 0 || lines3 + entries >= 2) && (extras2 === 0 || extras2 + entries >= 2);
  if (entries === 0) return code === "O" || lines3 + extras2 === 0;
  return entries === 1 && lines3 + extras2 > 0;
}
function partiesIdentified(code, f2) {
  switch (code) {
    case "AE":
      return (f2.anySellerTaxId || f2.anyRepresentativeVatId) && (f2.buyerVatId || f2.buyerLegalId);
    case "G":
      return f2.anySellerVatId || f2.anyRepresentativeVatId;
    case "K":
      return (f2.anySellerVatId || f2.anyRepresentativeVatId) && f2.buyerVatId;
    case "O":
      return !f2.sellerVatId && !f2.representativeVatId && !f2.buyerVatId;
    default:
      return f2.sellerTaxId || f2.representativeVatId;
  }
}
var ciiVatDocument = [
  ...[...AT_CODE, ...AT_ENTRY].map(({ code, family }) => must(`BR-${family}-01`, (_, doc) => breakdownComplete(code, ciiFacts(doc)))),
  must("BR-B-01", (_, doc) => !ciiFacts(doc).codes.has("B") || all(doc, "ram:CountryID").every((c) => stringValue(c) === "IT")),
  must("BR-B-02", (_, doc) => !ciiFacts(doc).codes.has("B") || !ciiFacts(doc).codes.has("S"))
];
function pick(list, rate) {
  const fits2 = (s) => !rate || s.rates.some((r) => {
    const own = parseDec(r);
    return own !== void 0 && cmp(own, rate) === 0;
  });
  return round(sum(list.filter(fits2).map((s) => s.amount)), 2);
}
function netOf(doc, code, rate) {
  const s = shares(doc, code);
  return sub(add(pick(s.lines, rate), pick(s.charges, rate)), pick(s.allowances, rate));
}
function taxableFits(code, tax, doc) {
  const taxable = num(tax, "ram:BasisAmount");
  if (code !== "S") return nearby(taxable, netOf(doc, code));
  return nums(tax, "ram:RateApplicablePercent").every((rate) => same(taxable, netOf(doc, code, rate)));
}
function taxFits(code, tax) {
  const calculated = num(tax, "ram:CalculatedAmount");
  if (code !== "S") return zero(calculated);
  return nearby(calculated && abs(calculated), vatOf(num(tax, "ram:BasisAmount"), num(tax, "ram:RateApplicablePercent")));
}
function reasonFits(code, tax) {
  const given6 = has(tax, "ram:ExemptionReason") || has(tax, "ram:ExemptionReasonCode");
  return "SZLM".includes(code) ? !given6 : given6;
}
function rateFits(code, el) {
  if (code === "O") return lacks(el, "ram:RateApplicablePercent");
  const rates2 = strs(el, "ram:RateApplicablePercent");
  if (code === "S" || code === "L") return rates2.some((r) => above(r, "zero"));
  if (code === "M") return rates2.some((r) => above(r, "zeroOrMore"));
  return rates2.some((r) => {
    const rate = parseDec(r);
    return rate !== void 0 && isZero(rate);
  });
}
function delivered(tax, doc) {
  return has(doc.root, `${DELIVERY}/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString`) || has(tax, "../ram:BillingSpecifiedPeriod/ram:StartDateTime") || has(tax, "../ram:BillingSpecifiedPeriod/ram:EndDateTime");
}
var noOther = (name) => (_, doc) => !all(doc, name).some((t) => strs(t, "ram:CategoryCode").some((c) => c !== "O"));
function codeAssertions({ code, family }) {
  const id = (no) => `BR-${family}-${no}`;
  const tax = (el) => el.parent;
  return [
    must(id("08"), (el, doc) => taxableFits(code, tax(el), doc)),
    must(id("09"), (el) => taxFits(code, tax(el))),
    must(id("10"), (el) => reasonFits(code, tax(el))),
    ...code === "K" ? [
      must("BR-IC-11", (el, doc) => delivered(tax(el), doc)),
      must("BR-IC-12", (_, doc) => has(doc.root, `${DELIVERY}/ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID`))
    ] : []
  ];
}
function entryAssertions({ code, family }) {
  const id = (no) => `BR-${family}-${no}`;
  if (code === "O") {
    return [
      must("BR-O-08", (el, doc) => same(num(el, "ram:BasisAmount"), netOf(doc, "O"))),
      must("BR-O-09", (el) => zero(num(el, "ram:CalculatedAmount"))),
      must("BR-O-10", (el) => reasonFits("O", el)),
      must("BR-O-11", noOther("ram:ApplicableTradeTax")),
      must("BR-O-12", noOther("ram:ApplicableTradeTax")),
      must("BR-O-13", noOther("ram:CategoryTradeTax")),
      must("BR-O-14", noOther("ram:CategoryTradeTax"))
    ];
  }
  return [
    must(id("08"), (el) => lacks(el, "../ram:RateApplicablePercent")),
    must(id("09"), () => true),
    must(id("10"), (el) => reasonFits(code, el))
  ];
}
var byCode = (list, make2) => new Map(list.map((c) => [c.code, make2(c)]));
var listed = (choices) => [...choices.values()].flat();
var both = (party, rate) => byCode([...AT_CODE, ...AT_ENTRY], ({ code, family }) => [
  must(`BR-${family}-${party}`, (_, doc) => partiesIdentified(code, ciiFacts(doc))),
  must(`BR-${family}-${rate}`, (el) => rateFits(code, el))
]);
var CODES = byCode(AT_CODE, codeAssertions);
var ENTRIES = byCode(AT_ENTRY, entryAssertions);
var [LINES, ALLOWANCES, CHARGES] = [both("02", "05"), both("03", "06"), both("04", "07")];
function chosen(choices, el) {
  for (const code of strs(el, "ram:CategoryCode")) {
    const found = choices.get(code);
    if (found) return isVat(el) ? found : void 0;
  }
  return void 0;
}
var inTransaction = (el) => el.parent?.parent?.name === "rsm:SupplyChainTradeTransaction";
var ciiVatContexts = [
  choose("ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax/ram:CategoryCode", listed(CODES), (el) => {
    const code = stringValue(el);
    const found = CODES.get(code);
    return found && (code === "S" || code === "Z" || inTransaction(el.parent) && isVat(el.parent)) ? found : void 0;
  }),
  choose("ram:SpecifiedTradeAllowanceCharge/ram:CategoryTradeTax", [...listed(ALLOWANCES), ...listed(CHARGES)], (el) => {
    const parent = el.parent;
    if (flag(parent, "ram:ChargeIndicator/udt:Indicator", false)) return chosen(ALLOWANCES, el);
    return flag(parent, "ram:ChargeIndicator/udt:Indicator", true) ? chosen(CHARGES, el) : void 0;
  }),
  choose(`rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/${LINE_SETTLEMENT}/ram:ApplicableTradeTax`, listed(LINES), (el) => chosen(LINES, el)),
  choose("ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax", listed(ENTRIES), (el) => inTransaction(el) ? chosen(ENTRIES, el) : void 0)
];

// src/modules/finanzen/rechnungspruefung/rules/cii/model.ts
var text2 = (path) => (el) => norm(el, path) !== "";
var given = (path) => (el) => has(el, path);
var places = (path) => (el) => twoPlaces(str(el, path));
var human = (id) => must(id, () => true);
var reason = (el) => has(el, "../ram:Reason") || has(el, "../ram:ReasonCode");
var withAttr = (elements, name, wanted) => elements.filter((e) => attr(e, name) === wanted);
var currency = (doc, which) => strs(doc.root, `${SETTLEMENT}/ram:${which}CurrencyCode`);
function allowanceCharge(ids, below, indicator) {
  const [amount = "", category = "", why = "", sense = "", either = "", decimals = "", baseDecimals = ""] = ids;
  return at(`${below}/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator`, [
    must(amount, given("../ram:ActualAmount")),
    ...category ? [must(category, (el) => sel(el, "../ram:CategoryTradeTax").some((c) => str(c, "ram:TypeCode").toUpperCase() === "VAT" && has(c, "ram:CategoryCode")))] : [],
    must(why, reason),
    human(sense),
    must(either, reason),
    must(decimals, (el) => twoPlaces(sel(el, "../ram:ActualAmount").slice(0, 1).map(stringValue).join(""))),
    must(baseDecimals, places("../ram:BasisAmount"))
  ], (el) => is(el, "udt:Indicator", indicator));
}
var extras = (doc, charge3) => sel(doc.root, `${SETTLEMENT}/ram:SpecifiedTradeAllowanceCharge`).filter((e) => flag(e, "ram:ChargeIndicator/udt:Indicator", charge3));
var totalOf = (name, charge3) => (el, doc) => {
  const parts2 = extras(doc, charge3);
  if (parts2.length === 0 && lacks(el, name)) return true;
  const amount = cent(sum(parts2.flatMap((p) => sel(p, "ram:ActualAmount").slice(0, 1).map(value))));
  return nums(el, name).some((n3) => same(n3, amount));
};
function netTotal(el) {
  const charges = firstNum(el, "ram:ChargeTotalAmount");
  const allowances = firstNum(el, "ram:AllowanceTotalAmount");
  let expected = firstNum(el, "ram:LineTotalAmount");
  if (allowances) expected = minus(expected, allowances);
  if (charges) expected = plus(expected, charges);
  return same(firstNum(el, "ram:TaxBasisTotalAmount"), cent(expected));
}
function due(el) {
  const prepaid = firstNum(el, "ram:TotalPrepaidAmount");
  const rounding = firstNum(el, "ram:RoundingAmount");
  let expected = firstNum(el, "ram:GrandTotalAmount");
  if (prepaid) expected = minus(expected, prepaid);
  if (rounding) expected = plus(expected, rounding);
  return same(firstNum(el, "ram:DuePayableAmount"), expected);
}
function accountingTotal(el, doc) {
  const tax = currency(doc, "Tax");
  const used2 = sel(el, "ram:TaxTotalAmount").map((e) => attr(e, "currencyID") ?? "");
  return !has(doc.root, `${SETTLEMENT}/ram:TaxCurrencyCode`) || overlap(used2, tax) && !overlap(tax, currency(doc, "Invoice"));
}
var hasCents = (el) => {
  const v = value(el);
  return same(v, round(v, 2));
};
var vatPlaces = (which) => (el, doc) => {
  const codes = currency(doc, which);
  const amounts = sel(el, "ram:TaxTotalAmount");
  const inCurrency = (e) => codes.includes(attr(e, "currencyID") ?? "\0");
  const exempt = (e) => which === "Invoice" ? !inCurrency(e) : codes.length === 0;
  return amounts.length === 0 || amounts.some((e) => exempt(e) || inCurrency(e) && hasCents(e));
};
var MONEY_PLACES = [
  ["BR-DEC-09", "LineTotalAmount"],
  ["BR-DEC-10", "AllowanceTotalAmount"],
  ["BR-DEC-11", "ChargeTotalAmount"],
  ["BR-DEC-12", "TaxBasisTotalAmount"],
  ["BR-DEC-14", "GrandTotalAmount"],
  ["BR-DEC-16", "TotalPrepaidAmount"],
  ["BR-DEC-17", "RoundingAmount"],
  ["BR-DEC-18", "DuePayableAmount"]
];
var totals = at("ram:SpecifiedTradeSettlementHeaderMonetarySummation", [
  must("BR-12", given("ram:LineTotalAmount")),
  must("BR-13", given("ram:TaxBasisTotalAmount")),
  must("BR-14", given("ram:GrandTotalAmount")),
  must("BR-15", given("ram:DuePayableAmount")),
  must("BR-53", accountingTotal),
  must("BR-CO-10", (el) => same(
    num(el, "ram:LineTotalAmount"),
    cent(sum(nums(el, `../../ram:IncludedSupplyChainTradeLineItem/${LINE_SETTLEMENT}/${LINE_TOTAL}`)))
  )),
  must("BR-CO-11", totalOf("ram:AllowanceTotalAmount", false)),
  must("BR-CO-12", totalOf("ram:ChargeTotalAmount", true)),
  must("BR-CO-13", netTotal),
  must("BR-CO-16", due),
  must("BR-DEC-13", vatPlaces("Invoice")),
  must("BR-DEC-15", vatPlaces("Tax")),
  ...MONEY_PLACES.map(([id, name]) => must(id, places(`ram:${name}`)))
]);
function grossTotal(_, doc) {
  const at1 = (name) => firstNum(doc.root, `${SETTLEMENT}/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:${name}`);
  const taxes3 = sel(doc.root, `${SETTLEMENT}/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount`);
  return currency(doc, "Invoice").every((code) => {
    const own = withAttr(taxes3, "currencyID", code);
    const gross = at1("GrandTotalAmount");
    const net = at1("TaxBasisTotalAmount");
    return own.length === 1 && same(gross, cent(plus(net, own[0] && value(own[0])))) || same(gross, net);
  });
}
var addressScheme = (party) => (el) => {
  const address2 = sel(el, `${AGREEMENT}/ram:${party}/ram:URIUniversalCommunication`)[0];
  return !address2 || sel(address2, "ram:URIID").some((e) => (attr(e, "schemeID") ?? "").trim() !== "");
};
var document = at(ROOT, [
  must("BR-01", text2("rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID")),
  must("BR-02", text2("rsm:ExchangedDocument/ram:ID")),
  must("BR-03", (el) => withAttr(sel(el, "rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString"), "format", "102").filter((e, _, found) => found.length === 1 && trimmed(e) !== "").length === 1),
  must("BR-04", text2("rsm:ExchangedDocument/ram:TypeCode")),
  must("BR-05", text2(`${SETTLEMENT}/ram:InvoiceCurrencyCode`)),
  must("BR-06", text2(`${AGREEMENT}/ram:SellerTradeParty/ram:Name`)),
  must("BR-07", text2(`${AGREEMENT}/ram:BuyerTradeParty/ram:Name`)),
  must("BR-08", given(`${AGREEMENT}/ram:SellerTradeParty/ram:PostalTradeAddress`)),
  must("BR-09", text2(`${AGREEMENT}/ram:SellerTradeParty/ram:PostalTradeAddress/ram:CountryID`)),
  must("BR-10", given(`${AGREEMENT}/ram:BuyerTradeParty/ram:PostalTradeAddress`)),
  must("BR-11", text2(`${AGREEMENT}/ram:BuyerTradeParty/ram:PostalTradeAddress/ram:CountryID`)),
  must("BR-16", (_, doc) => all(doc, "ram:IncludedSupplyChainTradeLineItem").length > 0),
  must("BR-62", addressScheme("SellerTradeParty")),
  must("BR-63", addressScheme("BuyerTradeParty")),
  must("BR-CO-15", grossTotal),
  ...ciiVatDocument
]);
var AGREED = "ram:SpecifiedLineTradeAgreement";
var line2 = at("ram:IncludedSupplyChainTradeLineItem", [
  must("BR-21", text2("ram:AssociatedDocumentLineDocument/ram:LineID")),
  must("BR-22", given("ram:SpecifiedLineTradeDelivery/ram:BilledQuantity")),
  must("BR-23", (el) => sel(el, "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity").some((q) => attr(q, "unitCode") !== void 0)),
  must("BR-24", given(`${LINE_SETTLEMENT}/${LINE_TOTAL}`)),
  must("BR-25", text2("ram:SpecifiedTradeProduct/ram:Name")),
  must("BR-26", given(`${AGREED}/ram:NetPriceProductTradePrice/ram:ChargeAmount`)),
  must("BR-27", (el) => strs(el, `${AGREED}/ram:NetPriceProductTradePrice/ram:ChargeAmount`).some((p) => above(p, "zeroOrMore"))),
  must("BR-28", (el) => lacks(el, `${AGREED}/ram:GrossPriceProductTradePrice/ram:ChargeAmount`) || strs(el, `${AGREED}/ram:GrossPriceProductTradePrice/ram:ChargeAmount`).some((p) => above(p, "zeroOrMore"))),
  must("BR-64", (el) => {
    const ids = sel(el, "ram:SpecifiedTradeProduct/ram:GlobalID");
    return ids.length === 0 || ids.filter((e) => attr(e, "schemeID") !== void 0).length <= 1 && ids.some((e) => (attr(e, "schemeID") ?? "").trim() !== "");
  }),
  must("BR-CO-04", (el) => sel(el, `${LINE_SETTLEMENT}/ram:ApplicableTradeTax`).some((t) => str(t, "ram:TypeCode").toUpperCase() === "VAT" && has(t, "ram:CategoryCode"))),
  must("BR-CO-18", (_, doc) => fact(doc, "breakdown", () => all(doc, "ram:ApplicableHeaderTradeSettlement").some((s) => s.parent?.name === "rsm:SupplyChainTradeTransaction" && has(s, "ram:ApplicableTradeTax")))),
  must("BR-DEC-23", places(`${LINE_SETTLEMENT}/${LINE_TOTAL}`))
]);
function periodOrder(el) {
  if (lacks(el, "ram:EndDateTime") || lacks(el, "ram:StartDateTime")) return true;
  const dates = (name) => withAttr(sel(el, `ram:${name}/udt:DateTimeString`), "format", "102").map(stringValue);
  return dates("EndDateTime").some((end) => dates("StartDateTime").some((start) => end >= start));
}
var periodGiven = (el) => has(el, "ram:StartDateTime") || has(el, "ram:EndDateTime");
var VAT_ID = "ram:SpecifiedTaxRegistration/ram:ID";
var seller2 = "../../ram:ApplicableHeaderTradeAgreement/ram:SellerTradeParty";
var parties = [
  at("ram:PayeeTradeParty", [must("BR-17", (el) => has(el, "ram:Name") && ["ram:Name", "ram:ID", "ram:SpecifiedLegalOrganization/ram:ID"].every((p) => !overlap(strs(el, p), strs(el, `${seller2}/${p}`))))]),
  at("ram:SpecifiedTradeSettlementPaymentMeans", [must("BR-49", given("ram:TypeCode"))]),
  at(`${ROOT}/${SETTLEMENT}/ram:InvoiceReferencedDocument`, [must("BR-55", text2("ram:IssuerAssignedID"))]),
  at("ram:SellerTradeParty", [must("BR-CO-26", (el) => has(el, "ram:ID") || has(el, "ram:GlobalID") || has(el, "ram:SpecifiedLegalOrganization/ram:ID") || withAttr(sel(el, VAT_ID), "schemeID", "VA").length > 0)]),
  at("ram:SellerTaxRepresentativeTradeParty", [
    must("BR-18", text2("ram:Name")),
    must("BR-19", given("ram:PostalTradeAddress")),
    must("BR-20", text2("ram:PostalTradeAddress/ram:CountryID")),
    must("BR-56", (el) => withAttr(sel(el, VAT_ID), "schemeID", "VA").some((e) => trimmed(e) !== ""))
  ]),
  at(
    "ram:SpecifiedTaxRegistration/ram:ID",
    [must("BR-CO-09", (el) => inList(LISTS.vatPrefixCii, [...stringValue(el)].slice(0, 2).join("")))],
    (el) => attr(el, "schemeID") === "VA"
  )
];
function breakdownTax(el) {
  const vat = norm(el, "ram:TypeCode").toUpperCase() === "VAT";
  const percents = vat ? nums(el, "ram:RateApplicablePercent") : [];
  const tax = num(el, "ram:CalculatedAmount");
  if (percents.length > 1) return false;
  const percent = percents[0];
  if (!percent || isZero(round(percent))) return tax !== void 0 && isZero(round(tax));
  return nearby(tax && abs(tax), vatOf(num(el, "ram:BasisAmount"), percent), true);
}
var isVat2 = (el) => str(el, "ram:TypeCode").toUpperCase() === "VAT";
var taxes = [
  at("ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax", [
    must("BR-45", given("ram:BasisAmount")),
    must("BR-46", given("ram:CalculatedAmount")),
    must("BR-47", (el) => isVat2(el) && has(el, "ram:CategoryCode")),
    must("BR-48", (el) => isVat2(el) && (has(el, "ram:RateApplicablePercent") || is(el, "ram:CategoryCode", "O"))),
    must("BR-CO-03", (_, doc) => all(doc, "ram:TaxPointDate").length === 0 || all(doc, "ram:DueDateTypeCode").length === 0),
    must("BR-CO-17", breakdownTax),
    must("BR-DEC-19", places("ram:BasisAmount")),
    must("BR-DEC-20", places("ram:CalculatedAmount"))
  ])
];
var account = (el) => has(el, "ram:IBANID") || has(el, "ram:ProprietaryID");
var ciiModel = {
  name: "cii-model",
  contexts: [
    at("ram:DesignatedProductClassification", [must("BR-65", (el) => {
      const codes = sel(el, "ram:ClassCode");
      return codes.length === 0 || codes.some((e) => (attr(e, "listID") ?? "").trim() !== "");
    })]),
    at("ram:AdditionalReferencedDocument", [must("BR-52", text2("ram:IssuerAssignedID"))]),
    at("ram:ApplicableTradeSettlementFinancialCard", [must("BR-51", (el) => norm(el, "ram:ID").length <= 10)]),
    at("ram:SpecifiedTradeSettlementPaymentMeans/ram:PayeePartyCreditorFinancialAccount", [
      must("BR-50", (el) => norm(el, "ram:IBANID") !== "" || norm(el, "ram:ProprietaryID") !== ""),
      must("BR-61", account)
    ], (el) => is(el.parent, "ram:TypeCode", "30", "58")),
    at(`${ROOT}/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeDelivery`, [must("BR-57", (el) => lacks(el, "ram:ShipToTradeParty/ram:PostalTradeAddress") || norm(el, "ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID") !== "")]),
    allowanceCharge(["BR-31", "BR-32", "BR-33", "BR-CO-05", "BR-CO-21", "BR-DEC-01", "BR-DEC-02"], "ram:ApplicableHeaderTradeSettlement", "false"),
    allowanceCharge(["BR-36", "BR-37", "BR-38", "BR-CO-06", "BR-CO-22", "BR-DEC-05", "BR-DEC-06"], "ram:ApplicableHeaderTradeSettlement", "true"),
    totals,
    document,
    line2,
    allowanceCharge(["BR-41", "", "BR-42", "BR-CO-07", "BR-CO-23", "BR-DEC-24", "BR-DEC-25"], LINE_SETTLEMENT, "false"),
    allowanceCharge(["BR-43", "", "BR-44", "BR-CO-08", "BR-CO-24", "BR-DEC-27", "BR-DEC-28"], LINE_SETTLEMENT, "true"),
    at(`${LINE_SETTLEMENT}/ram:BillingSpecifiedPeriod`, [must("BR-30", periodOrder), must("BR-CO-20", periodGiven)]),
    at("ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod", [must("BR-29", periodOrder), must("BR-CO-19", periodGiven)]),
    at("ram:ApplicableProductCharacteristic", [must("BR-54", (el) => has(el, "ram:Description") && has(el, "ram:Value"))]),
    ...parties,
    at(
      "ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount",
      [must("BR-CO-14", (el, doc) => same(value(el), cent(sum(nums(doc.root, `${SETTLEMENT}/ram:ApplicableTradeTax/ram:CalculatedAmount`)))))],
      (el, doc) => currency(doc, "Invoice").includes(attr(el, "currencyID") ?? "\0")
    ),
    ...ciiVatContexts,
    ...taxes
  ]
};

// src/modules/finanzen/rechnungspruefung/codes/forbidden-cii.ts
var FORBIDDEN2 = {
  "ram:SpecifiedTradeSettlementPaymentMeans": `
CII-SR-464 W ram:PayerSpecifiedDebtorFinancialInstitution
`,
  "/rsm:CrossIndustryInvoice/rsm:ExchangedDocumentContext": `
CII-SR-001 W ram:SpecifiedTransactionID
CII-SR-002 W ram:TestIndicator
CII-SR-006 W ram:BIMSpecifiedDocumentContextParameter
CII-SR-007 W ram:ScenarioSpecifiedDocumentContextParameter
CII-SR-008 W ram:ApplicationSpecifiedDocumentContextParameter
CII-SR-011 W ram:SubsetSpecifiedDocumentContextParameter
CII-SR-012 W ram:MessageStandardSpecifiedDocumentContextParameter
`,
  "/rsm:CrossIndustryInvoice/rsm:ExchangedDocument": `
CII-SR-013 W ram:Name
CII-SR-015 W ram:IssueDateTime/udt:DateTime
CII-SR-016 W ram:CopyIndicator
CII-SR-017 W ram:Purpose
CII-SR-018 W ram:ControlRequirementIndicator
CII-SR-019 W ram:LanguageID
CII-SR-020 W ram:PurposeCode
CII-SR-021 W ram:RevisionDateTime
CII-SR-022 W ram:VersionID
CII-SR-023 W ram:GlobalID
CII-SR-024 W ram:RevisionID
CII-SR-025 W ram:PreviousRevisionID
CII-SR-026 W ram:CategoryCode
CII-SR-027 W ram:IncludedNote/ram:Subject
CII-SR-028 W ram:IncludedNote/ram:ContentCode
CII-SR-032 W ram:IncludedNote/ram:ID
CII-SR-033 W ram:EffectiveSpecifiedPeriod
CII-SR-034 W ram:IssuerTradeParty
`,
  "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem": `
CII-SR-035 W ram:DescriptionCode
CII-SR-036 W ram:ParentLineID
CII-SR-037 W ram:LineStatusCode
CII-SR-038 W ram:LineStatusReasonCode
CII-SR-221 W ram:IncludedSubordinateTradeLineItem
`,
  "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:AssociatedDocumentLineDocument": `
CII-SR-041 W ram:IncludedNote/ram:SubjectCode
CII-SR-042 W ram:IncludedNote/ram:ID
CII-SR-043 W ram:IncludedNote/ram:Subject
CII-SR-044 W ram:IncludedNote/ram:ContentCode
`,
  "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedTradeProduct": `
CII-SR-045 W ram:ID
CII-SR-048 W ram:ManufacturerAssignedID
CII-SR-049 W ram:TradeName
CII-SR-050 W ram:TypeCode
CII-SR-051 W ram:NetWeightMeasure
CII-SR-052 W ram:GrossWeightMeasure
CII-SR-053 W ram:ProductGroupID
CII-SR-054 W ram:EndItemTypeCode
CII-SR-055 W ram:EndItemName
CII-SR-056 W ram:AreaDensityMeasure
CII-SR-057 W ram:UseDescription
CII-SR-058 W ram:BrandName
CII-SR-059 W ram:SubBrandName
CII-SR-060 W ram:DrainedNetWeightMeasure
CII-SR-061 W ram:VariableMeasureIndicator
CII-SR-062 W ram:ColourCode
CII-SR-063 W ram:ColourDescription
CII-SR-064 W ram:Designation
CII-SR-065 W ram:FormattedCancellationAnnouncedLaunchDateTime
CII-SR-066 W ram:FormattedLatestProductDataChangeDateTime
CII-SR-067 W ram:ApplicableProductCharacteristic/ram:ID
CII-SR-068 W ram:ApplicableProductCharacteristic/ram:TypeCode
CII-SR-070 W ram:ApplicableProductCharacteristic/ram:ValueMeasure
CII-SR-071 W ram:ApplicableProductCharacteristic/ram:MeasurementMethodCode
CII-SR-073 W ram:ApplicableProductCharacteristic/ram:ValueCode
CII-SR-074 W ram:ApplicableProductCharacteristic/ram:ValueDateTime
CII-SR-075 W ram:ApplicableProductCharacteristic/ram:ValueIndicator
CII-SR-076 W ram:ApplicableProductCharacteristic/ram:ContentTypeCode
CII-SR-077 W ram:ApplicableProductCharacteristic/ram:ValueSpecifiedBinaryFile
CII-SR-078 W ram:ApplicableProductCharacteristic/ram:ApplicableProductCharacteristicCondition
CII-SR-079 W ram:ApplicableProductCharacteristic/ram:ApplicableReferencedStandard
CII-SR-080 W ram:ApplicableMaterialGoodsCharacteristic
CII-SR-081 W ram:DesignatedProductClassification/ram:SystemID
CII-SR-082 W ram:DesignatedProductClassification/ram:SystemName
CII-SR-083 W ram:DesignatedProductClassification/ram:ClassName
CII-SR-084 W ram:DesignatedProductClassification/ram:SubClassCode
CII-SR-085 W ram:DesignatedProductClassification/ram:ClassProductCharacteristic
CII-SR-086 W ram:DesignatedProductClassification/ram:ApplicableReferencedStandard
CII-SR-087 W ram:IndividualTradeProductInstance
CII-SR-088 W ram:CertificationEvidenceReferenceReferencedDocument
CII-SR-089 W ram:InspectionReferenceReferencedDocument
CII-SR-091 W ram:OriginTradeCountry/ram:Name
CII-SR-092 W ram:OriginTradeCountry/ram:SubordinateTradeCountrySubDivision
CII-SR-093 W ram:LinearSpatialDimension
CII-SR-094 W ram:MinimumLinearSpatialDimension
CII-SR-095 W ram:MaximumLinearSpatialDimension
CII-SR-096 W ram:ManufacturerTradeParty
CII-SR-097 W ram:PresentationSpecifiedBinaryFile
CII-SR-098 W ram:MSDSReferenceReferencedDocument
CII-SR-099 W ram:AdditionalReferenceReferencedDocument
CII-SR-100 W ram:LegalRightsOwnerTradeParty
CII-SR-101 W ram:BrandOwnerTradeParty
CII-SR-102 W ram:IncludedReferencedProduct
CII-SR-103 W ram:InformationNote
`,
  "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeAgreement": `
CII-SR-104 W ram:BuyerReference
CII-SR-105 W ram:BuyerRequisitionerTradeParty
CII-SR-106 W ram:ApplicableTradeDeliveryTerms
CII-SR-107 W ram:SellerOrderReferencedDocument
CII-SR-108 W ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID
CII-SR-109 W ram:QuotationReferencedDocument
CII-SR-110 W ram:ContractReferencedDocument
CII-SR-111 W ram:DemandForecastReferencedDocument
CII-SR-112 W ram:PromotionalDealReferencedDocument
CII-SR-113 W ram:AdditionalReferencedDocument
CII-SR-114 W ram:GrossPriceProductTradePrice/ram:TypeCode
CII-SR-115 W ram:GrossPriceProductTradePrice/ram:MinimumQuantity
CII-SR-116 W ram:GrossPriceProductTradePrice/ram:MaximumQuantity
CII-SR-117 W ram:GrossPriceProductTradePrice/ram:ChangeReason
CII-SR-118 W ram:GrossPriceProductTradePrice/ram:OrderUnitConversionFactorNumeric
CII-SR-120 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ID
CII-SR-121 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:SequenceNumeric
CII-SR-122 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:CalculationPercent
CII-SR-123 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:BasisAmount
CII-SR-124 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:BasisQuantity
CII-SR-125 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:PrepaidIndicator
CII-SR-126 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:UnitBasisAmount
CII-SR-127 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ReasonCode
CII-SR-128 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:Reason
CII-SR-129 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:TypeCode
CII-SR-130 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:CategoryTradeTax
CII-SR-131 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ActualTradeCurrencyExchange
CII-SR-445 W ram:GrossPriceProductTradePrice/ram:IncludedTradeTax
CII-SR-132 W ram:GrossPriceProductTradePrice/ram:ValiditySpecifiedPeriod
CII-SR-133 W ram:GrossPriceProductTradePrice/ram:DeliveryTradeLocation
CII-SR-134 W ram:GrossPriceProductTradePrice/ram:TradeComparisonReferencePrice
CII-SR-135 W ram:GrossPriceProductTradePrice/ram:AssociatedReferencedDocument
CII-SR-136 W ram:NetPriceProductTradePrice/ram:TypeCode
CII-SR-138 W ram:NetPriceProductTradePrice/ram:MinimumQuantity
CII-SR-139 W ram:NetPriceProductTradePrice/ram:MaximumQuantity
CII-SR-140 W ram:NetPriceProductTradePrice/ram:ChangeReason
CII-SR-141 W ram:NetPriceProductTradePrice/ram:OrderUnitConversionFactorNumeric
CII-SR-142 W ram:NetPriceProductTradePrice/ram:AppliedTradeAllowanceCharge
CII-SR-446 W ram:NetPriceProductTradePrice/ram:IncludedTradeTax
CII-SR-143 W ram:NetPriceProductTradePrice/ram:ValiditySpecifiedPeriod
CII-SR-144 W ram:NetPriceProductTradePrice/ram:DeliveryTradeLocation
CII-SR-145 W ram:NetPriceProductTradePrice/ram:TradeComparisonReferencePrice
CII-SR-146 W ram:NetPriceProductTradePrice/ram:AssociatedReferencedDocument
CII-SR-147 W ram:RequisitionerReferencedDocument
CII-SR-148 W ram:ItemSellerTradeParty
CII-SR-149 W ram:ItemBuyerTradeParty
CII-SR-150 W ram:IncludedSpecifiedMarketplace
CII-SR-447 W ram:UltimateCustomerOrderReferencedDocument
`,
  "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeDelivery": `
CII-SR-151 W ram:RequestedQuantity
CII-SR-152 W ram:ReceivedQuantity
CII-SR-153 W ram:ChargeFreeQuantity
CII-SR-154 W ram:PackageQuantity
CII-SR-155 W ram:ProductUnitQuantity
CII-SR-156 W ram:PerPackageUnitQuantity
CII-SR-157 W ram:NetWeightMeasure
CII-SR-158 W ram:GrossWeightMeasure
CII-SR-159 W ram:TheoreticalWeightMeasure
CII-SR-160 W ram:DespatchedQuantity
CII-SR-161 W ram:SpecifiedDeliveryAdjustment
CII-SR-162 W ram:IncludedSupplyChainPackaging
CII-SR-163 W ram:RelatedSupplyChainConsignment
CII-SR-164 W ram:ShipToTradeParty
CII-SR-165 W ram:UltimateShipToTradeParty
CII-SR-166 W ram:ShipFromTradeParty
CII-SR-167 W ram:ActualDespatchSupplyChainEvent
CII-SR-168 W ram:ActualPickUpSupplyChainEvent
CII-SR-169 W ram:RequestedDeliverySupplyChainEvent
CII-SR-170 W ram:ActualDeliverySupplyChainEvent
CII-SR-171 W ram:ActualReceiptSupplyChainEvent
CII-SR-172 W ram:AdditionalReferencedDocument
CII-SR-173 W ram:DespatchAdviceReferencedDocument
CII-SR-174 W ram:ReceivingAdviceReferencedDocument
CII-SR-175 W ram:DeliveryNoteReferencedDocument
CII-SR-176 W ram:ConsumptionReportReferencedDocument
CII-SR-177 W ram:PackingListReferencedDocument
`,
  "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement": `
CII-SR-178 W ram:PaymentReference
CII-SR-179 W ram:InvoiceIssuerReference
CII-SR-180 W ram:TotalAdjustmentAmount
CII-SR-181 W ram:DiscountIndicator
CII-SR-182 W ram:ApplicableTradeTax/ram:CalculatedAmount
CII-SR-183 W ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator/udt:IndicatorString
CII-SR-184 W ram:SpecifiedTradeAllowanceCharge/ram:ID
CII-SR-185 W ram:SpecifiedTradeAllowanceCharge/ram:SequenceNumeric
CII-SR-186 W ram:SpecifiedTradeAllowanceCharge/ram:CalculationPercent/@format
CII-SR-187 W ram:SpecifiedTradeAllowanceCharge/ram:BasisQuantity
CII-SR-188 W ram:SpecifiedTradeAllowanceCharge/ram:PrepaidIndicator
CII-SR-189 W ram:SpecifiedTradeAllowanceCharge/ram:UnitBasisAmount
CII-SR-190 W ram:SpecifiedTradeAllowanceCharge/ram:TypeCode
CII-SR-191 W ram:SpecifiedTradeAllowanceCharge/ram:CategoryTradeTax
CII-SR-192 W ram:SpecifiedTradeAllowanceCharge/ram:ActualTradeCurrencyExchange
CII-SR-193 W ram:SpecifiedTradeAllowanceCharge/ram:ID
CII-SR-194 W ram:SubtotalCalculatedTradeTax
CII-SR-195 W ram:SpecifiedLogisticsServiceCharge
CII-SR-196 W ram:SpecifiedTradePaymentTerms
CII-SR-197 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:ChargeTotalAmount
CII-SR-198 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:AllowanceTotalAmount
CII-SR-199 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:TaxBasisTotalAmount
CII-SR-200 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:TaxTotalAmount
CII-SR-201 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:GrandTotalAmount
CII-SR-202 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:InformationAmount
CII-SR-203 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:TotalAllowanceChargeAmount
CII-SR-204 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:TotalRetailValueInformationAmount
CII-SR-205 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:GrossLineTotalAmount
CII-SR-206 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:NetLineTotalAmount
CII-SR-207 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:NetIncludingTaxesLineTotalAmount
CII-SR-208 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:ProductWeightLossInformationAmount
CII-SR-209 W ram:SpecifiedFinancialAdjustment
CII-SR-210 W ram:InvoiceReferencedDocument
CII-SR-212 W ram:PayableSpecifiedTradeAccountingAccount
CII-SR-213 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:SetTriggerCode
CII-SR-214 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:TypeCode
CII-SR-215 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:AmountTypeCode
CII-SR-216 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:Name
CII-SR-217 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:CostReferenceDimensionPattern
CII-SR-218 W ram:PurchaseSpecifiedTradeAccountingAccount
CII-SR-219 W ram:SalesSpecifiedTradeAccountingAccount
CII-SR-220 W ram:SpecifiedTradeSettlementFinancialCard
`,
  "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement": `
CII-SR-442 W ram:Reference
CII-SR-222 W ram:SellerTradeParty/ram:RoleCode
CII-SR-223 W ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:LegalClassificationCode
CII-SR-224 W ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:Name
CII-SR-225 W ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:PostalTradeAddress
CII-SR-226 W ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:AuthorizedLegalRegistration
CII-SR-227 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:ID
CII-SR-228 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:TypeCode
CII-SR-229 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:JobTitle
CII-SR-230 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:Responsibility
CII-SR-231 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:PersonID
CII-SR-232 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:URIID
CII-SR-233 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:ChannelCode
CII-SR-234 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:DirectTelephoneUniversalCommunication
CII-SR-235 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:MobileTelephoneUniversalCommunication
CII-SR-236 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:FaxUniversalCommunication
CII-SR-237 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:ChannelCode
CII-SR-238 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:CompleteNumber
CII-SR-239 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:TelexUniversalCommunication
CII-SR-240 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:VOIPUniversalCommunication
CII-SR-241 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:InstantMessagingUniversalCommunication
CII-SR-242 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:SpecifiedNote
CII-SR-243 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:SpecifiedContactPerson
CII-SR-244 W ram:SellerTradeParty/ram:URIUniversalCommunication/ram:ChannelCode
CII-SR-245 W ram:SellerTradeParty/ram:URIUniversalCommunication/ram:CompleteNumber
CII-SR-246 W ram:SellerTradeParty/ram:SpecifiedTaxRegistration/ram:AssociatedRegisteredTax
CII-SR-247 W ram:SellerTradeParty/ram:EndPointURIUniversalCommunication
CII-SR-248 W ram:SellerTradeParty/ram:LogoAssociatedSpecifiedBinaryFile
CII-SR-249 W ram:BuyerTradeParty/ram:RoleCode
CII-SR-250 W ram:BuyerTradeParty/ram:Description
CII-SR-251 W ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:LegalClassificationCode
CII-SR-252 W ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:Name
CII-SR-254 W ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:PostalTradeAddress
CII-SR-255 W ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:AuthorizedLegalRegistration
CII-SR-256 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:ID
CII-SR-257 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:TypeCode
CII-SR-258 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:JobTitle
CII-SR-259 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:Responsibility
CII-SR-260 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:PersonID
CII-SR-261 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:URIID
CII-SR-262 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:ChannelCode
CII-SR-263 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:DirectTelephoneUniversalCommunication
CII-SR-264 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:MobileTelephoneUniversalCommunication
CII-SR-265 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:FaxUniversalCommunication
CII-SR-266 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:ChannelCode
CII-SR-267 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:CompleteNumber
CII-SR-268 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:TelexUniversalCommunication
CII-SR-269 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:VOIPUniversalCommunication
CII-SR-270 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:InstantMessagingUniversalCommunication
CII-SR-271 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:SpecifiedNote
CII-SR-272 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:SpecifiedContactPerson
CII-SR-273 W ram:BuyerTradeParty/ram:URIUniversalCommunication/ram:ChannelCode
CII-SR-274 W ram:BuyerTradeParty/ram:URIUniversalCommunication/ram:CompleteNumber
CII-SR-275 W ram:BuyerTradeParty/ram:SpecifiedTaxRegistration/ram:AssociatedRegisteredTax
CII-SR-276 W ram:BuyerTradeParty/ram:EndPointURIUniversalCommunication
CII-SR-277 W ram:BuyerTradeParty/ram:LogoAssociatedSpecifiedBinaryFile
CII-SR-278 W ram:SalesAgentTradeParty
CII-SR-279 W ram:BuyerRequisitionerTradeParty
CII-SR-280 W ram:BuyerAssignedAccountantTradeParty
CII-SR-281 W ram:SellerAssignedAccountantTradeParty
CII-SR-282 W ram:SellerTaxRepresentativeTradeParty/ram:ID
CII-SR-283 W ram:SellerTaxRepresentativeTradeParty/ram:GlobalID
CII-SR-284 W ram:SellerTaxRepresentativeTradeParty/ram:RoleCode
CII-SR-285 W ram:SellerTaxRepresentativeTradeParty/ram:Description
CII-SR-286 W ram:SellerTaxRepresentativeTradeParty/ram:SpecifiedLegalOrganization
CII-SR-287 W ram:SellerTaxRepresentativeTradeParty/ram:DefinedTradeContact
CII-SR-288 W ram:SellerTaxRepresentativeTradeParty/ram:URIUniversalCommunication
CII-SR-289 W ram:SellerTaxRepresentativeTradeParty/ram:SpecifiedTaxRegistration/ram:AssociatedRegisteredTax
CII-SR-290 W ram:SellerTaxRepresentativeTradeParty/ram:EndPointURIUniversalCommunication
CII-SR-291 W ram:SellerTaxRepresentativeTradeParty/ram:LogoAssociatedSpecifiedBinaryFile
CII-SR-292 W ram:ProductEndUserTradeParty
CII-SR-293 W ram:ApplicableTradeDeliveryTerms
CII-SR-294 W ram:SellerOrderReferencedDocument/ram:LineID
CII-SR-295 W ram:BuyerOrderReferencedDocument/ram:LineID
CII-SR-296 W ram:QuotationReferencedDocument
CII-SR-297 W ram:OrderResponseReferencedDocument
CII-SR-298 W ram:ContractReferencedDocument/ram:LineID
CII-SR-299 W ram:DemandForecastReferencedDocument
CII-SR-300 W ram:SupplyInstructionReferencedDocument
CII-SR-301 W ram:PromotionalDealReferencedDocument
CII-SR-302 W ram:PriceListReferencedDocument
CII-SR-303 W ram:AdditionalReferencedDocument/ram:LineID
CII-SR-304 W ram:RequisitionerReferencedDocument
CII-SR-305 W ram:BuyerAgentTradeParty
CII-SR-306 W ram:PurchaseConditionsReferencedDocument
CII-SR-307 W ram:SpecifiedProcuringProject/ram:Description
CII-SR-448 W ram:UltimateCustomerOrderReferencedDocument
CII-SR-465 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:PersonNameandram:SellerTradeParty/ram:DefinedTradeContact/ram:DepartmentName
CII-SR-466 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:PersonNameandram:BuyerTradeParty/ram:DefinedTradeContact/ram:DepartmentName
`,
  "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeDelivery": `
CII-SR-308 W ram:RelatedSupplyChainConsignment
CII-SR-309 W ram:ShipToTradeParty/ram:RoleCode
CII-SR-310 W ram:ShipToTradeParty/ram:Description
CII-SR-311 W ram:ShipToTradeParty/ram:SpecifiedLegalOrganization
CII-SR-312 W ram:ShipToTradeParty/ram:DefinedTradeContact
CII-SR-313 W ram:ShipToTradeParty/ram:URIUniversalCommunication
CII-SR-314 W ram:ShipToTradeParty/ram:SpecifiedTaxRegistration
CII-SR-315 W ram:ShipToTradeParty/ram:EndPointURIUniversalCommunication
CII-SR-316 W ram:ShipToTradeParty/ram:LogoAssociatedSpecifiedBinaryFile
CII-SR-317 W ram:UltimateShipToTradeParty
CII-SR-318 W ram:ShipFromTradeParty
CII-SR-319 W ram:ActualDespatchSupplyChainEvent
CII-SR-320 W ram:ActualPickUpSupplyChainEvent
CII-SR-321 W ram:ActualDeliverySupplyChainEvent/ram:ID
CII-SR-322 W ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTime
CII-SR-323 W ram:ActualDeliverySupplyChainEvent/ram:TypeCode
CII-SR-324 W ram:ActualDeliverySupplyChainEvent/ram:Description
CII-SR-325 W ram:ActualDeliverySupplyChainEvent/ram:DescriptionBinaryObject
CII-SR-326 W ram:ActualDeliverySupplyChainEvent/ram:UnitQuantity
CII-SR-327 W ram:ActualDeliverySupplyChainEvent/ram:LatestOccurrenceDateTime
CII-SR-328 W ram:ActualDeliverySupplyChainEvent/ram:EarliestOccurrenceDateTime
CII-SR-329 W ram:ActualDeliverySupplyChainEvent/ram:OccurrenceSpecifiedPeriod
CII-SR-330 W ram:ActualDeliverySupplyChainEvent/ram:OccurrenceLogisticsLocation
CII-SR-331 W ram:ActualReceiptSupplyChainEvent
CII-SR-332 W ram:AdditionalReferencedDocument
CII-SR-333 W ram:DespatchAdviceReferencedDocument/ram:LineID
CII-SR-334 W ram:DespatchAdviceReferencedDocument/ram:LineID
CII-SR-335 W ram:DeliveryNoteReferencedDocument
CII-SR-336 W ram:ConsumptionReportReferencedDocument
CII-SR-337 W ram:PreviousDeliverySupplyChainEvent
CII-SR-338 W ram:PackingListReferencedDocument
`,
  "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement": `
CII-SR-339 W ram:DuePayableAmount
CII-SR-340 W ram:CreditorReferenceTypeCode
CII-SR-341 W ram:CreditorReferenceType
CII-SR-342 W ram:CreditorReferenceIssuerID
CII-SR-344 W ram:PaymentCurrencyCode
CII-SR-345 W ram:InvoiceIssuerReference
CII-SR-346 W ram:InvoiceDateTime
CII-SR-347 W ram:NextInvoiceDateTime
CII-SR-348 W ram:CreditReasonCode
CII-SR-349 W ram:CreditReason
CII-SR-350 W ram:InvoicerTradeParty
CII-SR-351 W ram:InvoiceeTradeParty
CII-SR-352 W ram:PayeeTradeParty/ram:RoleCode
CII-SR-353 W ram:PayeeTradeParty/ram:Description
CII-SR-354 W ram:PayeeTradeParty/ram:SpecifiedLegalOrganization/ram:LegalClassificationCode
CII-SR-355 W ram:PayeeTradeParty/ram:SpecifiedLegalOrganization/ram:Name
CII-SR-356 W ram:PayeeTradeParty/ram:SpecifiedLegalOrganization/ram:TradingBusinessName
CII-SR-357 W ram:PayeeTradeParty/ram:SpecifiedLegalOrganization/ram:PostalTradeAddress
CII-SR-358 W ram:PayeeTradeParty/ram:SpecifiedLegalOrganization/ram:AuthorizedLegalRegistration
CII-SR-359 W ram:PayeeTradeParty/ram:DefinedTradeContact
CII-SR-360 W ram:PayeeTradeParty/ram:PostalTradeAddress
CII-SR-361 W ram:PayeeTradeParty/ram:URIUniversalCommunication
CII-SR-362 W ram:PayeeTradeParty/ram:SpecifiedTaxRegistration
CII-SR-363 W ram:PayeeTradeParty/ram:EndPointURIUniversalCommunication
CII-SR-364 W ram:PayeeTradeParty/ram:LogoAssociatedSpecifiedBinaryFile
CII-SR-365 W ram:PayerTradeParty
CII-SR-366 W ram:TaxApplicableTradeCurrencyExchange
CII-SR-367 W ram:InvoiceApplicableTradeCurrencyExchange
CII-SR-368 W ram:PaymentApplicableTradeCurrencyExchange
CII-SR-369 W ram:SpecifiedTradeSettlementPaymentMeans/ram:PaymentChannelCode
CII-SR-370 W ram:SpecifiedTradeSettlementPaymentMeans/ram:GuaranteeMethodCode
CII-SR-371 W ram:SpecifiedTradeSettlementPaymentMeans/ram:PaymentMethodCode
CII-SR-443 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ID
CII-SR-372 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:MicrochipIndicator
CII-SR-373 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:TypeCode
CII-SR-375 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:ExpiryDate
CII-SR-376 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:VerificationNumeric
CII-SR-377 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:ValidFromDateTime
CII-SR-378 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:CreditLimitAmount
CII-SR-379 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:CreditAvailableAmount
CII-SR-380 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:InterestRatePercent
CII-SR-381 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:Description
CII-SR-382 W ram:SpecifiedTradeSettlementPaymentMeans/ram:PayerPartyDebtorFinancialAccount/ram:AccountName
CII-SR-444 W ram:SpecifiedTradeSettlementPaymentMeans/ram:PayerPartyDebtorFinancialAccount/ram:ProprietaryID
CII-SR-384 W ram:SpecifiedTradeSettlementPaymentMeans/ram:PayerSpecifiedDebtorFinancialInstitution/ram:ClearingSystemName
CII-SR-385 W ram:SpecifiedTradeSettlementPaymentMeans/ram:PayerSpecifiedDebtorFinancialInstitution/ram:Name
CII-SR-386 W ram:SpecifiedTradeSettlementPaymentMeans/ram:PayerSpecifiedDebtorFinancialInstitution/ram:LocationFinancialInstitutionAddress
CII-SR-388 W ram:SpecifiedTradeAllowanceCharge/ram:ID
CII-SR-389 W ram:SpecifiedTradeAllowanceCharge/ram:SequenceNumeric
CII-SR-390 W ram:SpecifiedTradeAllowanceCharge/ram:BasisQuantity
CII-SR-391 W ram:SpecifiedTradeAllowanceCharge/ram:PrepaidIndicator
CII-SR-392 W ram:SpecifiedTradeAllowanceCharge/ram:UnitBasisAmount
CII-SR-393 W ram:SpecifiedTradeAllowanceCharge/ram:TypeCode
CII-SR-394 W ram:SpecifiedTradeAllowanceCharge/ram:ActualTradeCurrencyExchange
CII-SR-395 W ram:SubtotalCalculatedTradeTax
CII-SR-396 W ram:SpecifiedLogisticsServiceCharge
CII-SR-397 W ram:SpecifiedTradePaymentTerms/ram:ID
CII-SR-398 W ram:SpecifiedTradePaymentTerms/ram:FromEventCode
CII-SR-399 W ram:SpecifiedTradePaymentTerms/ram:SettlementPeriodMeasure
CII-SR-400 W ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTime
CII-SR-401 W ram:SpecifiedTradePaymentTerms/ram:TypeCode
CII-SR-402 W ram:SpecifiedTradePaymentTerms/ram:InstructionTypeCode
CII-SR-404 W ram:SpecifiedTradePaymentTerms/ram:PartialPaymentPercent
CII-SR-405 W ram:SpecifiedTradePaymentTerms/ram:PaymentMeansID
CII-SR-406 W ram:SpecifiedTradePaymentTerms/ram:PartialPaymentAmount
CII-SR-407 W ram:SpecifiedTradePaymentTerms/ram:ApplicableTradePaymentPenaltyTerms
CII-SR-408 W ram:SpecifiedTradePaymentTerms/ram:ApplicableTradePaymentDiscountTerms
CII-SR-409 W ram:SpecifiedTradePaymentTerms/ram:PayeeTradeParty
CII-SR-421 W ram:SpecifiedFinancialAdjustment
CII-SR-422 W ram:InvoiceReferencedDocument/ram:LineID
CII-SR-423 W ram:ProFormaInvoiceReferencedDocument
CII-SR-424 W ram:LetterOfCreditReferencedDocument
CII-SR-425 W ram:FactoringAgreementReferencedDocument
CII-SR-426 W ram:FactoringListReferencedDocument
CII-SR-427 W ram:PayableSpecifiedTradeAccountingAccount
CII-SR-428 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:SetTriggerCode
CII-SR-429 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:TypeCode
CII-SR-430 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:AmountTypeCode
CII-SR-431 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:Name
CII-SR-432 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:CostReferenceDimensionPattern
CII-SR-433 W ram:PurchaseSpecifiedTradeAccountingAccount
CII-SR-434 W ram:SalesSpecifiedTradeAccountingAccount
CII-SR-435 W ram:SpecifiedTradeSettlementFinancialCard
CII-SR-436 W ram:SpecifiedAdvancePayment
CII-SR-437 W ram:UltimatePayeeTradeParty
`,
  "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeSettlementHeaderMonetarySummation": `
CII-SR-411 W ram:InformationAmount
CII-SR-412 W ram:TotalDiscountAmount
CII-SR-413 W ram:TotalAllowanceChargeAmount
CII-SR-414 W ram:RetailValueExcludingTaxInformationAmount
CII-SR-415 W ram:TotalDepositFeeInformationAmount
CII-SR-416 W ram:ProductValueExcludingTobaccoTaxInformationAmount
CII-SR-417 W ram:TotalRetailValueInformationAmount
CII-SR-418 W ram:GrossLineTotalAmount
CII-SR-419 W ram:NetLineTotalAmount
CII-SR-420 W ram:NetIncludingTaxesLineTotalAmount
`,
  "/rsm:CrossIndustryInvoice": `
CII-DT-013 E @languageID
CII-DT-014 E @languageLocaleID
CII-SR-438 W ram:ValuationBreakdownStatement
`,
  "*DocumentContextParameter": `
CII-SR-04 W ram:Value
CII-SR-05 W ram:SpecifiedDocumentVersion
`,
  "/rsm:CrossIndustryInvoice/rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID /rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:ID /rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:AssociatedDocumentLineDocument/ram:LineID /rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedTradeProduct/ram:SellerAssignedID": `
CII-DT-001 E @schemeName
CII-DT-002 E @schemeAgencyName
CII-DT-003 E @schemeDataURI
CII-DT-004 E @schemeURI
CII-DT-005 E @schemeID
CII-DT-006 E @schemeAgencyID
CII-DT-007 E @schemeVersionID
`,
  "ram:*ID": `
CII-DT-101 E @schemeName
CII-DT-102 E @schemeAgencyName
CII-DT-103 E @schemeDataURI
CII-DT-104 E @schemeURI
`,
  "ram:TypeCode": `
CII-DT-008 E @name
CII-DT-009 E @listURI
`,
  "/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:TypeCode": `
CII-DT-010 E @listID
CII-DT-011 E @listAgencyID
CII-DT-012 E @listVersionID
`,
  "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:CategoryCode": `
CII-DT-045 W @listID
CII-DT-046 W @listAgencyID
CII-DT-047 W @listVersionID
CII-DT-048 W @listURI
`,
  "ram:*ReferencedDocument": `
CII-DT-016 E ram:StatusCode
CII-DT-017 E ram:CopyIndicator
CII-DT-019 E ram:GlobalID
CII-DT-020 E ram:RevisionID
CII-DT-023 E ram:Information
CII-DT-025 E ram:SectionName
CII-DT-026 E ram:PreviousRevisionID
CII-DT-028 E ram:EffectiveSpecifiedPeriod
CII-DT-029 E ram:IssuerTradeParty
CII-DT-030 E ram:AttachedSpecifiedBinaryFile
`,
  "ram:*Amount!ram:TaxTotalAmount": `
CII-DT-031 E @currencyID
CII-DT-032 E @currencyCodeListVersionID
`,
  "ram:*Quantity": `
CII-DT-034 E @unitCodeListID
CII-DT-035 E @unitCodeListAgencyID
CII-DT-036 E @unitCodeListAgencyName
`,
  "ram:*TradeTax": `
CII-DT-038 W ram:CalculatedRate
CII-DT-039 W ram:CalculationSequenceNumeric
CII-DT-040 W ram:BasisQuantity
CII-DT-042 W ram:UnitBasisAmount
CII-DT-043 W ram:LineTotalBasisAmount
CII-DT-044 W ram:AllowanceChargeBasisAmount
CII-DT-049 W ram:CurrencyCode
CII-DT-050 W ram:Jurisdiction
CII-DT-051 W ram:CustomsDutyIndicator
CII-DT-053 W ram:TaxBasisAllowanceRate
CII-DT-055 W ram:Type
CII-DT-056 W ram:InformationAmount
CII-DT-057 W ram:CategoryName
CII-DT-059 W ram:RateApplicablePercent/@format
CII-DT-060 W ram:SpecifiedTradeAccountingAccount
CII-DT-061 W ram:ServiceSupplyTradeCountry
CII-DT-062 W ram:BuyerRepayableTaxSpecifiedTradeAccountingAccount
CII-DT-063 W ram:SellerPayableTaxSpecifiedTradeAccountingAccount
CII-DT-064 W ram:SellerRefundableTaxSpecifiedTradeAccountingAccount
CII-DT-065 W ram:BuyerDeductibleTaxSpecifiedTradeAccountingAccount
CII-DT-066 W ram:BuyerNonDeductibleTaxSpecifiedTradeAccountingAccount
CII-DT-067 W ram:PlaceApplicableTradeLocation
`,
  "ram:BillingSpecifiedPeriod": `
CII-DT-068 E ram:StartDateTime/udt:DateTime
CII-DT-069 E ram:DurationMeasure
CII-DT-070 E ram:InclusiveIndicator
CII-DT-071 E ram:Description
CII-DT-072 E ram:EndDateTime/udt:DateTime
CII-DT-073 E ram:CompleteDateTime
CII-DT-074 E ram:OpenIndicator
CII-DT-075 E ram:SeasonCode
CII-DT-076 E ram:ID
CII-DT-077 E ram:Name
CII-DT-078 E ram:SequenceNumeric
CII-DT-079 E ram:StartDateFlexibilityCode
CII-DT-080 E ram:ContinuousIndicator
CII-DT-081 E ram:PurposeCode
`,
  "ram:PostalTradeAddress": `
CII-DT-082 E ram:ID
CII-DT-083 E ram:PostOfficeBox
CII-DT-084 E ram:BuildingName
CII-DT-086 E ram:LineFour
CII-DT-087 E ram:LineFive
CII-DT-088 E ram:StreetName
CII-DT-089 E ram:CitySubDivisionName
CII-DT-090 E ram:CountryName
CII-DT-091 E ram:CountrySubDivisionID
CII-DT-092 E ram:AttentionOf
CII-DT-093 E ram:CareOf
CII-DT-094 E ram:BuildingNumber
CII-DT-095 E ram:DepartmentName
CII-DT-096 E ram:AdditionalStreetName
`
};

// src/modules/finanzen/rechnungspruefung/rules/cii/syntax.ts
var T3 = "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction";
var second = (path) => (el) => sel(el, path)[1] ?? true;
var one = (path) => (el) => count(el, path) === 1;
var once = (id, path) => must(id, second(path));
var warnOnce = (id, path) => should(id, second(path));
var notBoth = (a, b) => (el) => lacks(el, a) || lacks(el, b);
var listed2 = (place2, assertions = []) => at(place2, assertions, void 0, forbid(FORBIDDEN2[place2] ?? fault()));
var typed = (el, path, ...codes) => sel(el, path).filter((d) => codes.includes(norm(d, "ram:TypeCode")));
var raw = (el, path, code) => sel(el, path).filter((d) => is(d, "ram:TypeCode", code));
function priceDiscount(el) {
  const path = "ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge";
  const indicator = has(el, `${path}/ram:ChargeIndicator`);
  const amount = has(el, `${path}/ram:ActualAmount`);
  if (!indicator && !amount) return true;
  return amount && flag(el, `${path}/ram:ChargeIndicator/udt:Indicator`, false);
}
var HEADER_ONCE = [
  ["477", "LineTotal"],
  ["478", "ChargeTotal"],
  ["479", "AllowanceTotal"],
  ["480", "TaxBasisTotal"],
  ["481", "Rounding"],
  ["482", "GrandTotal"],
  ["483", "Information"],
  ["484", "TotalPrepaid"],
  ["485", "TotalDiscount"],
  ["486", "TotalAllowanceCharge"],
  ["487", "DuePayable"],
  ["488", "RetailValueExcludingTaxInformation"],
  ["489", "TotalDepositFeeInformation"],
  ["490", "ProductValueExcludingTobaccoTaxInformation"],
  ["491", "TotalRetailValueInformation"],
  ["492", "GrossLineTotal"],
  ["493", "NetLineTotal"],
  ["494", "NetIncludingTaxesLineTotal"]
];
var agree = (name) => (_, doc) => {
  const found = all(doc, "ram:SpecifiedTradeSettlementPaymentMeans").flatMap((m) => sel(m, name));
  const first = found[0] && normalizeSpace(stringValue(found[0]));
  return found.find((e) => normalizeSpace(stringValue(e)) !== first) ?? true;
};
var references = "ram:AdditionalReferencedDocument";
var agreement = [
  should("CII-SR-450", notBoth("ram:BuyerTradeParty/ram:ID", "ram:BuyerTradeParty/ram:GlobalID")),
  once("CII-SR-455", "ram:SellerTradeParty/ram:DefinedTradeContact"),
  once("CII-SR-456", "ram:BuyerTradeParty/ram:DefinedTradeContact"),
  should("CII-SR-457", (el) => raw(el, references, "50")[1] ?? true),
  should("CII-SR-458", (el) => raw(el, references, "130")[1] ?? true),
  once("CII-SR-459", "ram:SellerTradeParty/ram:URIUniversalCommunication"),
  once("CII-SR-460", "ram:BuyerTradeParty/ram:URIUniversalCommunication"),
  ...[["465", "Seller"], ["466", "Buyer"]].map(([no, who]) => should(`CII-SR-${no}`, notBoth(
    `ram:${who}TradeParty/ram:DefinedTradeContact/ram:PersonName`,
    `ram:${who}TradeParty/ram:DefinedTradeContact/ram:DepartmentName`
  ))),
  should("CII-SR-475", (el) => typed(el, references, "916").flatMap((d) => sel(d, "ram:Name"))[1] ?? true),
  should("CII-SR-476", (el) => typed(el, references, "916").flatMap((d) => sel(d, "ram:AttachmentBinaryObject"))[1] ?? true)
];
var settlement = [
  should("CII-SR-451", notBoth("ram:PayeeTradeParty/ram:ID", "ram:PayeeTradeParty/ram:GlobalID")),
  warnOnce("CII-SR-452", "ram:SpecifiedTradePaymentTerms"),
  warnOnce("CII-SR-453", "ram:SpecifiedTradePaymentTerms/ram:Description"),
  once("CII-SR-461", "ram:ApplicableTradeTax/ram:TaxPointDate"),
  must("CII-SR-462", (_, doc) => new Set(all(doc, "ram:ApplicableTradeTax").flatMap((t) => strs(t, "ram:DueDateTypeCode"))).size <= 1),
  must("CII-SR-470", (el) => typed(el, "ram:SpecifiedTradeSettlementPaymentMeans", "30", "58").find((m) => lacks(m, "ram:PayeePartyCreditorFinancialAccount/ram:IBANID") && lacks(m, "ram:PayeePartyCreditorFinancialAccount/ram:ProprietaryID")) ?? true)
];
var isAdditional = (el, ...codes) => el.name === references && is(el, "ram:TypeCode", ...codes);
var onlyIf = (path, allowed) => (el) => allowed(el) || absent(el, path);
var referenced = [
  must("CII-DT-015", onlyIf("ram:URIID", (el) => isAdditional(el, "916"))),
  must("CII-DT-018", onlyIf("ram:TypeCode", (el) => isAdditional(el, "50", "130", "916"))),
  must("CII-DT-021", onlyIf("ram:Name", (el) => isAdditional(el, "916"))),
  must("CII-DT-022", onlyIf("ram:AttachmentBinaryObject", (el) => isAdditional(el, "916"))),
  must("CII-DT-024", onlyIf("ram:ReferenceTypeCode", (el) => isAdditional(el, "130"))),
  must("CII-DT-027", onlyIf("ram:FormattedIssueDateTime", (el) => el.name === "ram:InvoiceReferencedDocument"))
];
var inHeader = (el) => within(el, "ram:ApplicableHeaderTradeSettlement");
var tradeTax = [
  must("CII-DT-037", (el) => lacks(el, "ram:TypeCode") || is(el, "ram:TypeCode", "VAT")),
  should("CII-DT-041", onlyIf("ram:BasisAmount", inHeader)),
  should("CII-DT-052", onlyIf("ram:ExemptionReasonCode", (el) => el.name === "ram:ApplicableTradeTax")),
  should("CII-DT-098", onlyIf("ram:ExemptionReason", (el) => el.name === "ram:ApplicableTradeTax")),
  should("CII-DT-054", onlyIf("ram:TaxPointDate", inHeader)),
  should("CII-DT-058", onlyIf("ram:DueDateTypeCode", inHeader))
];
var billedUnit = (_, doc) => fact(doc, "billed unit", () => sel(doc.root, `${LINE2}/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity`).some((q) => attr(q, "unitCode") !== void 0));
var date102 = /^\s*\d{4}(?:1[0-2]|0[1-9])(?:3[01]|[12][0-9]|0[1-9])\s*$/;
var header = [
  listed2("ram:SpecifiedTradeSettlementPaymentMeans"),
  listed2(`${ROOT}/rsm:ExchangedDocumentContext`, [
    warnOnce("CII-SR-003", "ram:BusinessProcessSpecifiedDocumentContextParameter"),
    must("CII-SR-009", one("ram:GuidelineSpecifiedDocumentContextParameter")),
    must("CII-SR-010", one("ram:GuidelineSpecifiedDocumentContextParameter/ram:ID"))
  ]),
  listed2(`${ROOT}/rsm:ExchangedDocument`, [must("CII-SR-014", one("ram:TypeCode"))]),
  at(`${ROOT}/rsm:ExchangedDocument/ram:IncludedNote`, [warnOnce("CII-SR-030", "ram:Content")])
];
var lineItem = `${T3}/ram:IncludedSupplyChainTradeLineItem`;
var lines = [
  listed2(lineItem),
  listed2(`${lineItem}/ram:AssociatedDocumentLineDocument`, [
    warnOnce("CII-SR-039", "ram:IncludedNote"),
    warnOnce("CII-SR-040", "ram:IncludedNote/ram:Content")
  ]),
  listed2(`${lineItem}/ram:SpecifiedTradeProduct`, [
    must("CII-SR-046", (el) => lacks(el, "ram:GlobalID") || sel(el, "ram:GlobalID").some((e) => attr(e, "schemeID") !== void 0)),
    must("CII-SR-090", (el) => lacks(el, "ram:OriginTradeCountry") || count(el, "ram:OriginTradeCountry/ram:ID") === 1)
  ]),
  at(`${lineItem}/ram:SpecifiedTradeProduct/ram:ApplicableProductCharacteristic`, [
    must("CII-SR-069", one("ram:Description")),
    must("CII-SR-072", one("ram:Value"))
  ]),
  listed2(`${lineItem}/ram:SpecifiedLineTradeAgreement`, [
    must("CII-SR-439", one("ram:NetPriceProductTradePrice/ram:ChargeAmount")),
    should("CII-SR-119", priceDiscount),
    once("CII-SR-441", "ram:NetPriceProductTradePrice/ram:ChargeAmount")
  ]),
  at("ram:SpecifiedTradeAllowanceCharge", [
    must("CII-SR-463", (el) => has(el, "ram:ChargeIndicator")),
    once("CII-SR-471", "ram:RateApplicablePercent"),
    once("CII-SR-472", "ram:CategoryTradeTax"),
    once("CII-SR-473", "ram:ActualAmount")
  ]),
  at("ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge", [once("CII-SR-440", "ram:ActualAmount")]),
  listed2(`${lineItem}/ram:SpecifiedLineTradeDelivery`),
  listed2(`${lineItem}/${LINE_SETTLEMENT}`, [
    should("CII-SR-454", one("ram:ApplicableTradeTax")),
    should("CII-SR-474", (el) => typed(el, references, "130")[1] ?? true)
  ])
];
var types = [
  listed2("*DocumentContextParameter"),
  listed2(`${ROOT}/rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID ${ROOT}/rsm:ExchangedDocument/ram:ID ${lineItem}/ram:AssociatedDocumentLineDocument/ram:LineID ${lineItem}/ram:SpecifiedTradeProduct/ram:SellerAssignedID`),
  listed2("ram:*ID"),
  listed2("ram:TypeCode"),
  // Every ram:TypeCode is taken by the context before, so the rules of this one never speak (in the official files as well).
  listed2(`${ROOT}/rsm:ExchangedDocument/ram:TypeCode`),
  listed2(`${lineItem}/${LINE_SETTLEMENT}/ram:ApplicableTradeTax/ram:CategoryCode`),
  listed2("ram:*ReferencedDocument", referenced),
  listed2("ram:*Amount!ram:TaxTotalAmount"),
  listed2("ram:*Quantity", [must("CII-DT-033", (el, doc) => attr(el, "unitCode") === void 0 || billedUnit(el, doc))]),
  listed2("ram:*TradeTax", tradeTax),
  listed2("ram:BillingSpecifiedPeriod"),
  listed2("ram:PostalTradeAddress"),
  at("udt:DateTimeString", [must("CII-DT-097", (el) => date102.test(stringValue(el)))], (el) => attr(el, "format") === "102")
];
var ciiSyntax = {
  name: "cii-syntax",
  contexts: [
    ...header,
    ...lines,
    listed2(`${T3}/ram:ApplicableHeaderTradeAgreement`, agreement),
    listed2(`${T3}/ram:ApplicableHeaderTradeDelivery`, [
      should("CII-SR-449", notBoth("ram:ShipToTradeParty/ram:ID", "ram:ShipToTradeParty/ram:GlobalID"))
    ]),
    listed2(`${ROOT}/${SETTLEMENT}`, settlement),
    listed2(
      `${ROOT}/${SETTLEMENT}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`,
      HEADER_ONCE.map(([no, name]) => once(`CII-SR-${no}`, `ram:${name}Amount`))
    ),
    listed2(ROOT, [
      must("CII-SR-467", agree("ram:TypeCode")),
      must("CII-SR-468", agree("ram:Information")),
      must("CII-SR-469", (_, doc) => all(doc, "ram:ApplicableHeaderTradeSettlement").flatMap((s) => sel(s, "ram:PaymentReference"))[1] ?? true)
    ]),
    ...types
  ]
};

// src/modules/finanzen/rechnungspruefung/rules/ubl/codes.ts
var AMOUNTS = [
  "Amount",
  "BaseAmount",
  "PriceAmount",
  "TaxAmount",
  "TaxableAmount",
  "LineExtensionAmount",
  "TaxExclusiveAmount",
  "TaxInclusiveAmount",
  "AllowanceTotalAmount",
  "ChargeTotalAmount",
  "PrepaidAmount",
  "PayableRoundingAmount",
  "PayableAmount"
].map((n3) => `cbc:${n3}`).join(" ");
var charge2 = (wanted) => (el) => flag(el.parent, "cbc:ChargeIndicator", wanted);
function partyScheme(el) {
  const sepa2 = coded("schemeID", "SEPA")(el) && (within(el, "cac:AccountingSupplierParty") || within(el, "cac:PayeeParty"));
  return sepa2 || coded("schemeID", LISTS.icd)(el);
}
var ublCodes = {
  name: "ubl-codes",
  contexts: [
    at("cbc:InvoiceTypeCode", [must("BR-CL-01", content2(LISTS.invoiceType))]),
    at("cbc:CreditNoteTypeCode", [must("BR-CL-01", content2(LISTS.creditNoteType))]),
    at(AMOUNTS, [must("BR-CL-03", coded("currencyID", LISTS.currency))]),
    at("cbc:DocumentCurrencyCode", [must("BR-CL-04", content2(LISTS.currency))]),
    at("cbc:TaxCurrencyCode", [must("BR-CL-05", content2(LISTS.currency))]),
    at("cac:InvoicePeriod/cbc:DescriptionCode", [must("BR-CL-06", content2(LISTS.timePoint))]),
    at(
      "cac:AdditionalDocumentReference/cbc:ID cac:DocumentReference/cbc:ID",
      [must("BR-CL-07", coded("schemeID", LISTS.objectScheme))],
      (el) => carries("schemeID")(el) && is(el.parent, "cbc:DocumentTypeCode", "130")
    ),
    at("cac:PartyIdentification/cbc:ID", [must("BR-CL-10", partyScheme)], carries("schemeID")),
    at("cac:PartyLegalEntity/cbc:CompanyID", [must("BR-CL-11", coded("schemeID", LISTS.icd))], carries("schemeID")),
    at("cac:CommodityClassification/cbc:ItemClassificationCode", [must("BR-CL-13", coded("listID", LISTS.itemClassScheme))], carries("listID")),
    at("cac:Country/cbc:IdentificationCode", [must("BR-CL-14", content2(LISTS.country))]),
    at("cac:OriginCountry/cbc:IdentificationCode", [must("BR-CL-15", content2(LISTS.country))]),
    at("cac:PaymentMeans/cbc:PaymentMeansCode", [must("BR-CL-16", content2(LISTS.paymentMeans))]),
    at("cac:TaxCategory/cbc:ID", [must("BR-CL-17", content2(LISTS.vatCategory))]),
    at("cac:ClassifiedTaxCategory/cbc:ID", [must("BR-CL-18", content2(LISTS.vatCategory))]),
    at("cac:AllowanceCharge/cbc:AllowanceChargeReasonCode", [must("BR-CL-19", content2(LISTS.allowanceReason))], charge2(false)),
    at("cac:AllowanceCharge/cbc:AllowanceChargeReasonCode", [must("BR-CL-20", content2(LISTS.chargeReason))], charge2(true)),
    at("cac:StandardItemIdentification/cbc:ID", [must("BR-CL-21", coded("schemeID", LISTS.icd))], carries("schemeID")),
    at("cbc:TaxExemptionReasonCode", [must("BR-CL-22", vatex)]),
    at("cbc:InvoicedQuantity cbc:BaseQuantity cbc:CreditedQuantity", [must("BR-CL-23", coded("unitCode", LISTS.unit))], carries("unitCode")),
    at("cbc:EmbeddedDocumentBinaryObject", [must("BR-CL-24", mimeCode(false))], carries("mimeCode")),
    at("cbc:EndpointID", [must("BR-CL-25", coded("schemeID", LISTS.eas))], carries("schemeID")),
    at("cac:DeliveryLocation/cbc:ID", [must("BR-CL-26", coded("schemeID", LISTS.icd))], carries("schemeID"))
  ]
};

// src/modules/finanzen/rechnungspruefung/rules/ubl/facts.ts
var isVat3 = (el) => sel(el, "cac:TaxScheme/cbc:ID").some((id) => trimmed(id).toUpperCase() === "VAT");
function tally2(elements) {
  const any = /* @__PURE__ */ new Map();
  const vat = /* @__PURE__ */ new Map();
  for (const el of elements) {
    const id = sel(el, "cbc:ID")[0];
    const code = id ? trimmed(id) : "";
    any.set(code, (any.get(code) ?? 0) + 1);
    if (isVat3(el)) vat.set(code, (vat.get(code) ?? 0) + 1);
  }
  return { any, vat };
}
var parties2 = (doc, role, path) => all(doc, role).flatMap((p) => sel(p, path));
var ublFacts = (doc) => fact(doc, "ubl", () => {
  const allowanceCharges = all(doc, "cac:AllowanceCharge");
  const categoriesOf = (charge3, of) => of.filter((e) => flag(e, "cbc:ChargeIndicator", charge3)).flatMap((e) => sel(e, "cac:TaxCategory"));
  const lines3 = all(doc, "cac:ClassifiedTaxCategory");
  const own = allowanceCharges.filter((e) => e.parent === doc.root);
  const seller4 = parties2(doc, "cac:AccountingSupplierParty", "cac:Party/cac:PartyTaxScheme");
  const representative = parties2(doc, "cac:TaxRepresentativeParty", "cac:PartyTaxScheme");
  const buyer3 = parties2(doc, "cac:AccountingCustomerParty", "cac:Party/cac:PartyTaxScheme");
  const numbered = (e) => has(e, "cbc:CompanyID");
  return {
    categories: tally2([...all(doc, "cac:TaxCategory"), ...lines3]),
    lines: tally2(lines3),
    breakdown: tally2(sel(doc.root, "cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory")),
    allowances: tally2(categoriesOf(false, allowanceCharges)),
    charges: tally2(categoriesOf(true, allowanceCharges)),
    both: tally2(allowanceCharges.flatMap((e) => sel(e, "cac:TaxCategory"))),
    documentAllowances: tally2(categoriesOf(false, own)),
    documentCharges: tally2(categoriesOf(true, own)),
    sellerTaxId: seller4.some(numbered),
    sellerVatId: seller4.some((e) => isVat3(e) && numbered(e)),
    representativeVatId: representative.some((e) => isVat3(e) && numbered(e)),
    buyerVatId: buyer3.some((e) => isVat3(e) && numbered(e)),
    buyerLegalId: parties2(doc, "cac:AccountingCustomerParty", "cac:Party/cac:PartyLegalEntity/cbc:CompanyID").length > 0
  };
});

// src/modules/finanzen/rechnungspruefung/rules/ubl/vat.ts
var CATEGORIES = [
  { code: "AE", family: "AE" },
  { code: "E", family: "E" },
  { code: "G", family: "G" },
  { code: "K", family: "IC" },
  { code: "L", family: "AF" },
  { code: "M", family: "AG" },
  { code: "O", family: "O" },
  { code: "S", family: "S" },
  { code: "Z", family: "Z" }
];
var n2 = (codes, code) => codes.get(code) ?? 0;
function breakdownComplete2(code, f2) {
  if (code === "S") return n2(f2.both.any, code) + n2(f2.lines.any, code) > 0 === n2(f2.breakdown.any, code) > 0;
  if (code === "L" || code === "M") {
    const used2 = n2(f2.both.vat, code) + n2(f2.lines.vat, code) > 0;
    return used2 ? n2(code === "L" ? f2.breakdown.any : f2.breakdown.vat, code) > 0 : n2(f2.breakdown.vat, code) === 0;
  }
  return n2(f2.categories.vat, code) === 0 || n2(f2.breakdown.vat, code) === 1;
}
function partiesIdentified2(code, f2) {
  switch (code) {
    case "AE":
      return (f2.sellerTaxId || f2.representativeVatId) && (f2.buyerVatId || f2.buyerLegalId);
    case "G":
      return f2.sellerVatId || f2.representativeVatId;
    case "K":
      return (f2.sellerVatId || f2.representativeVatId) && f2.buyerVatId;
    case "O":
      return !f2.sellerVatId && !f2.representativeVatId && !f2.buyerVatId;
    default:
      return f2.sellerTaxId || f2.representativeVatId;
  }
}
var used = (code, codes, f2) => n2(codes.vat, code) === 0 || partiesIdentified2(code, f2);
function documentAssertions({ code, family }) {
  const id = (no) => `BR-${family}-${no}`;
  const own = code === "O";
  return [
    must(id("01"), (_, doc) => breakdownComplete2(code, ublFacts(doc))),
    must(id("02"), (_, doc) => {
      const f2 = ublFacts(doc);
      if (code === "S" && n2(f2.lines.any, code) > 0 && n2(f2.lines.vat, code) === 0) return false;
      return used(code, f2.lines, f2);
    }),
    must(id("03"), (_, doc) => used(code, own ? ublFacts(doc).documentAllowances : ublFacts(doc).allowances, ublFacts(doc))),
    must(id("04"), (_, doc) => used(code, own ? ublFacts(doc).documentCharges : ublFacts(doc).charges, ublFacts(doc)))
  ];
}
var others = (codes, code) => [...codes.keys()].some((k) => k !== code);
var alone = (pick2) => (_, doc) => {
  const f2 = ublFacts(doc);
  return n2(f2.breakdown.vat, "O") === 0 || !others(pick2(f2).vat, "O");
};
var italian = [
  must("BR-B-01", (_, doc) => !usesCode(doc, "B") || all(doc, "cbc:IdentificationCode").every((e) => stringValue(e) === "IT")),
  must("BR-B-02", (root, doc) => !splitOrStandard(root, doc, "B") || !splitOrStandard(root, doc, "S"))
];
var usesCode = (doc, code) => [...all(doc, "cac:TaxCategory"), ...all(doc, "cac:ClassifiedTaxCategory")].some((e) => is(e, "cbc:ID", code));
var splitOrStandard = (root, doc, code) => is(root, "cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:ID", code) || is(root, "cac:AllowanceCharge/cac:TaxCategory/cbc:ID", code) || all(doc, "cac:ClassifiedTaxCategory").some((e) => is(e, "cbc:ID", code));
var ublVatDocument = [
  ...CATEGORIES.flatMap(documentAssertions),
  must("BR-IC-11", (root, doc) => n2(ublFacts(doc).breakdown.vat, "K") === 0 || str(root, "cac:Delivery/cbc:ActualDeliveryDate").length > 1 || sel(root, "cac:InvoicePeriod").some((p) => p.children.length > 0)),
  must("BR-IC-12", (root, doc) => n2(ublFacts(doc).breakdown.vat, "K") === 0 || str(root, "cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode").length > 1),
  must("BR-O-11", alone((f2) => f2.breakdown)),
  must("BR-O-12", alone((f2) => f2.lines)),
  must("BR-O-13", alone((f2) => f2.allowances)),
  must("BR-O-14", alone((f2) => f2.charges)),
  ...italian
];
function shares2(doc, code) {
  return fact(doc, `shares ${code}`, () => {
    const root = doc.root;
    const lines3 = (name) => sel(root, `cac:${name}`).filter((l) => sel(l, "cac:Item/cac:ClassifiedTaxCategory").some((c) => norm(c, "cbc:ID") === code)).flatMap((l) => nums(l, "cbc:LineExtensionAmount").map((amount) => ({ amount, rates: strs(l, "cac:Item/cac:ClassifiedTaxCategory/cbc:Percent") })));
    const extras2 = (charge3) => sel(root, "cac:AllowanceCharge").filter((a) => flag(a, "cbc:ChargeIndicator", charge3) && sel(a, "cac:TaxCategory").some((c) => norm(c, "cbc:ID") === code)).flatMap((a) => nums(a, "cbc:Amount").map((amount) => ({ amount, rates: strs(a, "cac:TaxCategory/cbc:Percent") })));
    return { InvoiceLine: lines3("InvoiceLine"), CreditNoteLine: lines3("CreditNoteLine"), charge: extras2(true), allowance: extras2(false) };
  });
}
var sameRate = (rates2, rate) => rates2.some((r) => {
  const own = num1(r);
  return own !== void 0 && cmp(own, rate) === 0;
});
function num1(text4) {
  return value({ name: "", parent: null, children: [], attrs: [], text: text4, spaced: false, offset: 0 });
}
function netOf2(s, kind, rate) {
  const pick2 = (list) => sum(list.filter((x) => !rate || sameRate(x.rates, rate)).map((x) => x.amount));
  return sub(sum([pick2(s[kind]), pick2(s.charge)]), pick2(s.allowance));
}
function taxableFits2(code, el, doc) {
  const perRate = code === "S" || code === "L" || code === "M";
  const taxable = num(el.parent, "cbc:TaxableAmount");
  const kinds = ["InvoiceLine", "CreditNoteLine"].filter((k) => all(doc, `cac:${k}`).length > 0 || code === "S");
  if (!perRate) return kinds.some((k) => same(taxable, netOf2(shares2(doc, code), k, void 0)));
  const rate = num(el, "cbc:Percent");
  if (!rate) return true;
  return kinds.some((k) => (code !== "S" || rateInUse(doc, k, rate)) && nearby(taxable, netOf2(shares2(doc, code), k, rate)));
}
function rateInUse(doc, kind, rate) {
  const standard = (e, path) => sel(e, path).some((c) => norm(c, "cbc:ID") === "S") && sameRate(strs(e, `${path}/cbc:Percent`), rate);
  return all(doc, `cac:${kind}`).some((l) => standard(l, "cac:Item/cac:ClassifiedTaxCategory")) || all(doc, "cac:AllowanceCharge").some((a) => standard(a, "cac:TaxCategory"));
}
function taxFits2(code, el) {
  const tax = num(el.parent, "cbc:TaxAmount");
  if (code !== "S" && code !== "L" && code !== "M") return zero(tax);
  return nearby(tax && (tax.n < 0n ? { n: -tax.n, scale: tax.scale } : tax), vatOf(num(el.parent, "cbc:TaxableAmount"), num(el, "cbc:Percent")));
}
function reasonFits2(code, el) {
  const given6 = has(el, "cbc:TaxExemptionReason") || has(el, "cbc:TaxExemptionReasonCode");
  return "SZLM".includes(code) ? !given6 : given6;
}
function rateFits2(code, el) {
  if (code === "O") return lacks(el, "cbc:Percent");
  if (code === "S" || code === "L" || code === "M") return sel(el, "cbc:Percent").some((p) => above(trimmed(p), code === "S" ? "zero" : "zeroOrMore"));
  return zero(num(el, "cbc:Percent"));
}
var byCode2 = (make2) => new Map(CATEGORIES.map((c) => [c.code, make2(c)]));
var listed3 = (choices) => [...choices.values()].flat();
var rule = ({ family }, no, test) => must(`BR-${family}-${no}`, test);
function chosen2(choices, el) {
  const found = choices.get(norm(el, "cbc:ID"));
  return found && isVat3(el) ? found : void 0;
}
var BREAKDOWN2 = byCode2((c) => [
  rule(c, "08", (el, doc) => taxableFits2(c.code, el, doc)),
  rule(c, "09", (el) => taxFits2(c.code, el)),
  rule(c, "10", (el) => reasonFits2(c.code, el))
]);
var rates = (no) => byCode2((c) => [rule(c, no, (el) => rateFits2(c.code, el))]);
var [LINE_RATES, ALLOWANCE_RATES, CHARGE_RATES] = [rates("05"), rates("06"), rates("07")];
var ublVatContexts = [
  choose(
    "cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory",
    listed3(BREAKDOWN2),
    (el, doc) => el.parent?.parent?.parent === doc.root ? chosen2(BREAKDOWN2, el) : void 0
  ),
  choose("cac:AllowanceCharge/cac:TaxCategory", [...listed3(ALLOWANCE_RATES), ...listed3(CHARGE_RATES)], (el) => {
    const parent = el.parent;
    if (flag(parent, "cbc:ChargeIndicator", false)) return chosen2(ALLOWANCE_RATES, el);
    return flag(parent, "cbc:ChargeIndicator", true) ? chosen2(CHARGE_RATES, el) : void 0;
  }),
  choose(
    "cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory cac:CreditNoteLine/cac:Item/cac:ClassifiedTaxCategory",
    listed3(LINE_RATES),
    (el) => chosen2(LINE_RATES, el)
  )
];

// src/modules/finanzen/rechnungspruefung/rules/ubl/model.ts
var ROOT2 = "/ubl:Invoice /cn:CreditNote";
var LINES2 = "cac:InvoiceLine cac:CreditNoteLine";
var text3 = (path) => (el) => norm(el, path) !== "";
var given2 = (path) => (el) => has(el, path);
var scheme = (name) => (el) => attr(el, name) !== void 0;
var isCharge = (charge3) => (el) => flag(el, "cbc:ChargeIndicator", charge3);
var vatParts = (el, path) => sel(el, path).filter(isVat3);
var reason2 = (el) => has(el, "cbc:AllowanceChargeReason") || has(el, "cbc:AllowanceChargeReasonCode");
var human2 = (id) => must(id, () => true);
function allowanceCharge2(ids, path, charge3) {
  const [amount = "", category = "", why = "", sense = "", either = "", places2 = "", basePlaces = ""] = ids;
  return at(path, [
    must(amount, given2("cbc:Amount")),
    ...category ? [must(category, (el) => vatParts(el, "cac:TaxCategory").some((c) => has(c, "cbc:ID")))] : [],
    must(why, reason2),
    human2(sense),
    must(either, reason2),
    must(places2, cents("cbc:Amount")),
    must(basePlaces, cents("cbc:BaseAmount"))
  ], isCharge(charge3));
}
var total = (el, charge3) => cent(sum(sel(el, "../cac:AllowanceCharge").filter(isCharge(charge3)).flatMap((a) => nums(a, "cbc:Amount"))));
function totalOf2(name, charge3) {
  return (el) => same(num(el, name), total(el, charge3)) || lacks(el, name) && !sel(el, "../cac:AllowanceCharge").some(isCharge(charge3));
}
function netTotal2(el) {
  const charges = num(el, "cbc:ChargeTotalAmount");
  const allowances = num(el, "cbc:AllowanceTotalAmount");
  let expected = num(el, "cbc:LineExtensionAmount");
  if (charges) expected = plus(expected, charges);
  if (allowances) expected = minus(expected, allowances);
  return same(num(el, "cbc:TaxExclusiveAmount"), charges || allowances ? cent(expected) : expected);
}
function due2(el) {
  const prepaid = num(el, "cbc:PrepaidAmount");
  const rounding = num(el, "cbc:PayableRoundingAmount");
  const payable = num(el, "cbc:PayableAmount");
  const gross = num(el, "cbc:TaxInclusiveAmount");
  return same(rounding ? cent(minus(payable, rounding)) : payable, prepaid ? cent(minus(gross, prepaid)) : gross);
}
var MONEY_PLACES2 = [
  ["BR-DEC-09", "LineExtensionAmount"],
  ["BR-DEC-10", "AllowanceTotalAmount"],
  ["BR-DEC-11", "ChargeTotalAmount"],
  ["BR-DEC-12", "TaxExclusiveAmount"],
  ["BR-DEC-14", "TaxInclusiveAmount"],
  ["BR-DEC-16", "PrepaidAmount"],
  ["BR-DEC-17", "PayableRoundingAmount"],
  ["BR-DEC-18", "PayableAmount"]
];
var totals2 = at("cac:LegalMonetaryTotal", [
  must("BR-12", given2("cbc:LineExtensionAmount")),
  must("BR-13", given2("cbc:TaxExclusiveAmount")),
  must("BR-14", given2("cbc:TaxInclusiveAmount")),
  must("BR-15", given2("cbc:PayableAmount")),
  must("BR-CO-10", (el, doc) => same(
    num(el, "cbc:LineExtensionAmount"),
    cent(sum([...all(doc, "cac:InvoiceLine"), ...all(doc, "cac:CreditNoteLine")].flatMap((l) => nums(l, "cbc:LineExtensionAmount"))))
  )),
  must("BR-CO-11", totalOf2("cbc:AllowanceTotalAmount", false)),
  must("BR-CO-12", totalOf2("cbc:ChargeTotalAmount", true)),
  must("BR-CO-13", netTotal2),
  must("BR-CO-16", due2),
  ...MONEY_PLACES2.map(([id, name]) => must(id, cents(`cbc:${name}`)))
]);
function grossTotal2(root) {
  return sel(root, "cbc:DocumentCurrencyCode").every((currency2) => {
    const code = stringValue(currency2);
    const taxes3 = sel(root, "cac:TaxTotal").flatMap((t) => sel(t, "cbc:TaxAmount").filter((a) => attr(a, "currencyID") === code));
    const tax = taxes3[0] && value(taxes3[0]);
    return taxes3.length === 1 && same(
      num(root, "cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount"),
      cent(plus(num(root, "cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount"), tax))
    );
  });
}
var accountingTotal2 = (root, doc) => strs(root, "cbc:TaxCurrencyCode").every((currency2) => all(doc, "cac:TaxTotal").some((t) => sel(t, "cbc:TaxAmount").some((a) => attr(a, "currencyID") === currency2)));
var document2 = at(ROOT2, [
  must("BR-01", text3("cbc:CustomizationID")),
  must("BR-02", text3("cbc:ID")),
  must("BR-03", text3("cbc:IssueDate")),
  must("BR-04", (el) => norm(el, "cbc:InvoiceTypeCode") !== "" || norm(el, "cbc:CreditNoteTypeCode") !== ""),
  must("BR-05", text3("cbc:DocumentCurrencyCode")),
  must("BR-06", text3("cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName")),
  must("BR-07", text3("cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName")),
  must("BR-08", given2("cac:AccountingSupplierParty/cac:Party/cac:PostalAddress")),
  must("BR-10", given2("cac:AccountingCustomerParty/cac:Party/cac:PostalAddress")),
  must("BR-16", (el) => has(el, "cac:InvoiceLine") || has(el, "cac:CreditNoteLine")),
  must("BR-53", accountingTotal2),
  must("BR-CO-03", (el) => lacks(el, "cbc:TaxPointDate") || lacks(el, "cac:InvoicePeriod/cbc:DescriptionCode")),
  must("BR-CO-15", grossTotal2),
  must("BR-CO-18", given2("cac:TaxTotal/cac:TaxSubtotal")),
  // The official tests of these two look for the currency inside the amount and therefore never fail.
  human2("BR-DEC-13"),
  human2("BR-DEC-15"),
  ...ublVatDocument
]);
var line3 = at(LINES2, [
  must("BR-21", text3("cbc:ID")),
  must("BR-22", (el) => has(el, "cbc:InvoicedQuantity") || has(el, "cbc:CreditedQuantity")),
  must("BR-23", (el) => [...sel(el, "cbc:InvoicedQuantity"), ...sel(el, "cbc:CreditedQuantity")].some(scheme("unitCode"))),
  must("BR-24", given2("cbc:LineExtensionAmount")),
  must("BR-25", text3("cac:Item/cbc:Name")),
  must("BR-26", given2("cac:Price/cbc:PriceAmount")),
  must("BR-27", (el) => strs(el, "cac:Price/cbc:PriceAmount").some((p) => above(p, "zeroOrMore"))),
  must("BR-28", (el) => lacks(el, "cac:Price/cac:AllowanceCharge/cbc:BaseAmount") || strs(el, "cac:Price/cac:AllowanceCharge/cbc:BaseAmount").some((p) => above(p, "zeroOrMore"))),
  must("BR-CO-04", (el) => vatParts(el, "cac:Item/cac:ClassifiedTaxCategory").some((c) => has(c, "cbc:ID"))),
  must("BR-DEC-23", cents("cbc:LineExtensionAmount"))
]);
var periodOrder2 = (el) => lacks(el, "cbc:StartDate") || lacks(el, "cbc:EndDate") || dateNumber(str(el, "cbc:EndDate")) >= dateNumber(str(el, "cbc:StartDate"));
var parts = [
  allowanceCharge2(
    ["BR-41", "", "BR-42", "BR-CO-07", "BR-CO-23", "BR-DEC-24", "BR-DEC-25"],
    "cac:InvoiceLine/cac:AllowanceCharge cac:CreditNoteLine/cac:AllowanceCharge",
    false
  ),
  allowanceCharge2(
    ["BR-43", "", "BR-44", "BR-CO-08", "BR-CO-24", "BR-DEC-27", "BR-DEC-28"],
    "cac:InvoiceLine/cac:AllowanceCharge cac:CreditNoteLine/cac:AllowanceCharge",
    true
  ),
  at("cac:InvoiceLine/cac:InvoicePeriod cac:CreditNoteLine/cac:InvoicePeriod", [
    must("BR-30", periodOrder2),
    must("BR-CO-20", (el) => has(el, "cbc:StartDate") || has(el, "cbc:EndDate"))
  ]),
  at("cac:InvoicePeriod", [
    must("BR-29", periodOrder2),
    must("BR-CO-19", (el) => has(el, "cbc:StartDate") || has(el, "cbc:EndDate") || has(el, "cbc:DescriptionCode"))
  ]),
  at("cac:AdditionalItemProperty", [must("BR-54", (el) => has(el, "cbc:Name") && has(el, "cbc:Value"))]),
  at(
    "cac:InvoiceLine/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode cac:CreditNoteLine/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode",
    [must("BR-65", scheme("listID"))]
  ),
  at(
    "cac:InvoiceLine/cac:Item/cac:StandardItemIdentification/cbc:ID cac:CreditNoteLine/cac:Item/cac:StandardItemIdentification/cbc:ID",
    [must("BR-64", scheme("schemeID"))]
  ),
  at("/ubl:Invoice/cbc:Note /cn:CreditNote/cbc:Note", [must("BR-CL-08", noteSubject)])
];
function noteSubject(el) {
  const [, subject, rest] = stringValue(el).split("#", 3);
  return subject === void 0 || rest === void 0 || subject.length !== 3 || ` ${LISTS.noteSubject} `.includes(subject);
}
var sellerParty = "../cac:AccountingSupplierParty/cac:Party";
var SEPA_CODES = ["30", "58"];
var parties3 = [
  at("cac:PayeeParty", [must("BR-17", (el) => has(el, "cac:PartyName/cbc:Name") && !overlap(strs(el, "cac:PartyName/cbc:Name"), strs(el, `${sellerParty}/cac:PartyName/cbc:Name`)) && !overlap(strs(el, "cac:PartyIdentification/cbc:ID"), strs(el, `${sellerParty}/cac:PartyIdentification/cbc:ID`)))]),
  at("cac:PaymentMeans/cac:PayeeFinancialAccount", [must("BR-50", text3("cbc:ID"))], (el) => is(el.parent, "cbc:PaymentMeansCode", ...SEPA_CODES)),
  at("cac:PaymentMeans", [
    must("BR-49", given2("cbc:PaymentMeansCode")),
    must("BR-61", (el) => has(el, "cac:PayeeFinancialAccount/cbc:ID") || !SEPA_CODES.includes(norm(el, "cbc:PaymentMeansCode")))
  ]),
  at("cac:BillingReference", [must("BR-55", given2("cac:InvoiceDocumentReference/cbc:ID"))]),
  at("cac:AccountingSupplierParty", [must("BR-CO-26", (el) => vatParts(el, "cac:Party/cac:PartyTaxScheme").some((t) => has(t, "cbc:CompanyID")) || sel(el, "cac:Party/cac:PartyIdentification/cbc:ID").some((e) => attr(e, "schemeID") !== "SEPA") || has(el, "cac:Party/cac:PartyLegalEntity/cbc:CompanyID"))]),
  at("cac:AccountingSupplierParty/cac:Party/cbc:EndpointID", [must("BR-62", scheme("schemeID"))]),
  at("cac:AccountingSupplierParty/cac:Party/cac:PostalAddress", [must("BR-09", text3("cac:Country/cbc:IdentificationCode"))]),
  at("cac:TaxRepresentativeParty", [
    must("BR-18", text3("cac:PartyName/cbc:Name")),
    must("BR-19", given2("cac:PostalAddress")),
    must("BR-56", (el) => vatParts(el, "cac:PartyTaxScheme").some((t) => has(t, "cbc:CompanyID")))
  ]),
  at("cac:TaxRepresentativeParty/cac:PostalAddress", [must("BR-20", text3("cac:Country/cbc:IdentificationCode"))])
];
function breakdownTax2(el) {
  const percents = vatParts(el, "cac:TaxCategory").flatMap((c) => nums(c, "cbc:Percent"));
  if (percents.length > 1) return false;
  const tax = num(el, "cbc:TaxAmount");
  const percent = percents[0];
  if (!percent || isZero(round(percent))) return tax !== void 0 && isZero(round(tax));
  return nearby(tax && abs(tax), vatOf(num(el, "cbc:TaxableAmount"), percent));
}
var taxes2 = [
  at("/ubl:Invoice/cac:TaxTotal /cn:CreditNote/cac:TaxTotal", [must("BR-CO-14", (el) => lacks(el, "cac:TaxSubtotal") || same(num(el, "cbc:TaxAmount"), cent(sum(nums(el, "cac:TaxSubtotal/cbc:TaxAmount")))))]),
  at("cac:TaxTotal/cac:TaxSubtotal", [
    must("BR-45", given2("cbc:TaxableAmount")),
    must("BR-46", given2("cbc:TaxAmount")),
    must("BR-47", (el) => vatParts(el, "cac:TaxCategory").some((c) => has(c, "cbc:ID"))),
    must("BR-48", (el) => vatParts(el, "cac:TaxCategory").some((c) => has(c, "cbc:Percent") || isNorm(c, "cbc:ID", "O"))),
    must("BR-CO-17", breakdownTax2),
    must("BR-DEC-19", cents("cbc:TaxableAmount")),
    must("BR-DEC-20", cents("cbc:TaxAmount"))
  ]),
  at("cac:PartyTaxScheme", [must("BR-CO-09", (el) => ` ${LISTS.vatPrefix} `.includes([...str(el, "cbc:CompanyID")].slice(0, 2).join("")))], isVat3)
];
var ublModel = {
  name: "ubl-model",
  contexts: [
    at("cac:AdditionalDocumentReference", [must("BR-52", text3("cbc:ID"))]),
    at("cac:AccountingCustomerParty/cac:Party/cbc:EndpointID", [must("BR-63", scheme("schemeID"))]),
    at("cac:AccountingCustomerParty/cac:Party/cac:PostalAddress", [must("BR-11", text3("cac:Country/cbc:IdentificationCode"))]),
    at("cac:PaymentMeans/cac:CardAccount/cbc:PrimaryAccountNumberID", [should("BR-51", (el) => trimmed(el).length <= 10)]),
    at("cac:Delivery/cac:DeliveryLocation/cac:Address", [must("BR-57", given2("cac:Country/cbc:IdentificationCode"))]),
    allowanceCharge2(
      ["BR-31", "BR-32", "BR-33", "BR-CO-05", "BR-CO-21", "BR-DEC-01", "BR-DEC-02"],
      "/ubl:Invoice/cac:AllowanceCharge /cn:CreditNote/cac:AllowanceCharge",
      false
    ),
    allowanceCharge2(
      ["BR-36", "BR-37", "BR-38", "BR-CO-06", "BR-CO-22", "BR-DEC-05", "BR-DEC-06"],
      "/ubl:Invoice/cac:AllowanceCharge /cn:CreditNote/cac:AllowanceCharge",
      true
    ),
    totals2,
    document2,
    line3,
    ...parts,
    ...parties3,
    ...taxes2,
    ...ublVatContexts
  ]
};

// src/modules/finanzen/rechnungspruefung/codes/forbidden-ubl.ts
var FORBIDDEN3 = {
  "/ubl:Invoice /cn:CreditNote": `
UBL-CR-001 W ext:UBLExtensions
UBL-CR-003 W cbc:ProfileExecutionID
UBL-CR-004 W cbc:CopyIndicator
UBL-CR-005 W cbc:UUID
UBL-CR-006 W cbc:IssueTime
UBL-CR-007 W cbc:PricingCurrencyCode
UBL-CR-008 W cbc:PaymentCurrencyCode
UBL-CR-009 W cbc:PaymentAlternativeCurrencyCode
UBL-CR-010 W cbc:AccountingCostCode
UBL-CR-011 W cbc:LineCountNumeric
UBL-CR-012 W cac:InvoicePeriod/cbc:StartTime
UBL-CR-013 W cac:InvoicePeriod/cbc:EndTime
UBL-CR-014 W cac:InvoicePeriod/cbc:DurationMeasure
UBL-CR-015 W cac:InvoicePeriod/cbc:Description
UBL-CR-016 W cac:OrderReference/cbc:CopyIndicator
UBL-CR-017 W cac:OrderReference/cbc:UUID
UBL-CR-018 W cac:OrderReference/cbc:IssueDate
UBL-CR-019 W cac:OrderReference/cbc:IssueTime
UBL-CR-020 W cac:OrderReference/cbc:CustomerReference
UBL-CR-021 W cac:OrderReference/cbc:OrderTypeCode
UBL-CR-022 W cac:OrderReference/cac:DocumentReference
UBL-CR-023 W cac:BillingReference/cac:InvoiceDocumentReference/cbc:CopyIndicator
UBL-CR-024 W cac:BillingReference/cac:InvoiceDocumentReference/cbc:UUID
UBL-CR-025 W cac:BillingReference/cac:InvoiceDocumentReference/cbc:IssueTime
UBL-CR-026 W cac:BillingReference/cac:InvoiceDocumentReference/cbc:DocumentTypeCode
UBL-CR-027 W cac:BillingReference/cac:InvoiceDocumentReference/cbc:DocumentType
UBL-CR-028 W cac:BillingReference/cac:InvoiceDocumentReference/cbc:XPath
UBL-CR-029 W cac:BillingReference/cac:InvoiceDocumentReference/cbc:LanguageID
UBL-CR-030 W cac:BillingReference/cac:InvoiceDocumentReference/cbc:LocaleCode
UBL-CR-031 W cac:BillingReference/cac:InvoiceDocumentReference/cbc:VersionID
UBL-CR-032 W cac:BillingReference/cac:InvoiceDocumentReference/cbc:DocumentStatusCode
UBL-CR-033 W cac:BillingReference/cac:InvoiceDocumentReference/cbc:DocumentDescription
UBL-CR-034 W cac:BillingReference/cac:InvoiceDocumentReference/cac:Attachment
UBL-CR-035 W cac:BillingReference/cac:InvoiceDocumentReference/cac:ValidityPeriod
UBL-CR-036 W cac:BillingReference/cac:InvoiceDocumentReference/cac:IssuerParty
UBL-CR-037 W cac:BillingReference/cac:InvoiceDocumentReference/cac:ResultOfVerification
UBL-CR-038 W cac:BillingReference/cac:SelfBilledInvoiceDocumentReference
UBL-CR-039 W cac:BillingReference/cac:CreditNoteDocumentReference
UBL-CR-040 W cac:BillingReference/cac:SelfBilledCreditNoteDocumentReference
UBL-CR-041 W cac:BillingReference/cac:DebitNoteDocumentReference
UBL-CR-042 W cac:BillingReference/cac:ReminderDocumentReference
UBL-CR-043 W cac:BillingReference/cac:AdditionalDocumentReference
UBL-CR-044 W cac:BillingReference/cac:BillingReferenceLine
UBL-CR-045 W cac:DespatchDocumentReference/cbc:CopyIndicator
UBL-CR-046 W cac:DespatchDocumentReference/cbc:UUID
UBL-CR-047 W cac:DespatchDocumentReference/cbc:IssueDate
UBL-CR-048 W cac:DespatchDocumentReference/cbc:IssueTime
UBL-CR-049 W cac:DespatchDocumentReference/cbc:DocumentTypeCode
UBL-CR-050 W cac:DespatchDocumentReference/cbc:DocumentType
UBL-CR-051 W cac:DespatchDocumentReference/cbc:XPath
UBL-CR-052 W cac:DespatchDocumentReference/cbc:LanguageID
UBL-CR-053 W cac:DespatchDocumentReference/cbc:LocaleCode
UBL-CR-054 W cac:DespatchDocumentReference/cbc:VersionID
UBL-CR-055 W cac:DespatchDocumentReference/cbc:DocumentStatusCode
UBL-CR-056 W cac:DespatchDocumentReference/cbc:DocumentDescription
UBL-CR-057 W cac:DespatchDocumentReference/cac:Attachment
UBL-CR-058 W cac:DespatchDocumentReference/cac:ValidityPeriod
UBL-CR-059 W cac:DespatchDocumentReference/cac:IssuerParty
UBL-CR-060 W cac:DespatchDocumentReference/cac:ResultOfVerification
UBL-CR-061 W cac:ReceiptDocumentReference/cbc:CopyIndicator
UBL-CR-062 W cac:ReceiptDocumentReference/cbc:UUID
UBL-CR-063 W cac:ReceiptDocumentReference/cbc:IssueDate
UBL-CR-064 W cac:ReceiptDocumentReference/cbc:IssueTime
UBL-CR-065 W cac:ReceiptDocumentReference/cbc:DocumentTypeCode
UBL-CR-066 W cac:ReceiptDocumentReference/cbc:DocumentType
UBL-CR-067 W cac:ReceiptDocumentReference/cbc:XPath
UBL-CR-068 W cac:ReceiptDocumentReference/cbc:LanguageID
UBL-CR-069 W cac:ReceiptDocumentReference/cbc:LocaleCode
UBL-CR-070 W cac:ReceiptDocumentReference/cbc:VersionID
UBL-CR-071 W cac:ReceiptDocumentReference/cbc:DocumentStatusCode
UBL-CR-072 W cac:ReceiptDocumentReference/cbc:DocumentDescription
UBL-CR-073 W cac:ReceiptDocumentReference/cac:Attachment
UBL-CR-074 W cac:ReceiptDocumentReference/cac:ValidityPeriod
UBL-CR-075 W cac:ReceiptDocumentReference/cac:IssuerParty
UBL-CR-076 W cac:ReceiptDocumentReference/cac:ResultOfVerification
UBL-CR-077 W cac:StatementDocumentReference
UBL-CR-078 W cac:OriginatorDocumentReference/cbc:CopyIndicator
UBL-CR-079 W cac:OriginatorDocumentReference/cbc:UUID
UBL-CR-080 W cac:OriginatorDocumentReference/cbc:IssueDate
UBL-CR-081 W cac:OriginatorDocumentReference/cbc:IssueTime
UBL-CR-082 W cac:OriginatorDocumentReference/cbc:DocumentTypeCode
UBL-CR-083 W cac:OriginatorDocumentReference/cbc:DocumentType
UBL-CR-084 W cac:OriginatorDocumentReference/cbc:XPath
UBL-CR-085 W cac:OriginatorDocumentReference/cbc:LanguageID
UBL-CR-086 W cac:OriginatorDocumentReference/cbc:LocaleCode
UBL-CR-087 W cac:OriginatorDocumentReference/cbc:VersionID
UBL-CR-088 W cac:OriginatorDocumentReference/cbc:DocumentStatusCode
UBL-CR-089 W cac:OriginatorDocumentReference/cbc:DocumentDescription
UBL-CR-090 W cac:OriginatorDocumentReference/cac:Attachment
UBL-CR-091 W cac:OriginatorDocumentReference/cac:ValidityPeriod
UBL-CR-092 W cac:OriginatorDocumentReference/cac:IssuerParty
UBL-CR-093 W cac:OriginatorDocumentReference/cac:ResultOfVerification
UBL-CR-094 W cac:ContractDocumentReference/cbc:CopyIndicator
UBL-CR-095 W cac:ContractDocumentReference/cbc:UUID
UBL-CR-096 W cac:ContractDocumentReference/cbc:IssueDate
UBL-CR-097 W cac:ContractDocumentReference/cbc:IssueTime
UBL-CR-098 W cac:ContractDocumentReference/cbc:DocumentTypeCode
UBL-CR-099 W cac:ContractDocumentReference/cbc:DocumentType
UBL-CR-100 W cac:ContractDocumentReference/cbc:XPath
UBL-CR-101 W cac:ContractDocumentReference/cbc:LanguageID
UBL-CR-102 W cac:ContractDocumentReference/cbc:LocaleCode
UBL-CR-103 W cac:ContractDocumentReference/cbc:VersionID
UBL-CR-104 W cac:ContractDocumentReference/cbc:DocumentStatusCode
UBL-CR-105 W cac:ContractDocumentReference/cbc:DocumentDescription
UBL-CR-106 W cac:ContractDocumentReference/cac:Attachment
UBL-CR-107 W cac:ContractDocumentReference/cac:ValidityPeriod
UBL-CR-108 W cac:ContractDocumentReference/cac:IssuerParty
UBL-CR-109 W cac:ContractDocumentReference/cac:ResultOfVerification
UBL-CR-110 W cac:AdditionalDocumentReference/cbc:CopyIndicator
UBL-CR-111 W cac:AdditionalDocumentReference/cbc:UUID
UBL-CR-112 W cac:AdditionalDocumentReference/cbc:IssueDate
UBL-CR-113 W cac:AdditionalDocumentReference/cbc:IssueTime
UBL-CR-114 W cac:AdditionalDocumentReference/cbc:DocumentType
UBL-CR-115 W cac:AdditionalDocumentReference/cbc:XPath
UBL-CR-116 W cac:AdditionalDocumentReference/cbc:LanguageID
UBL-CR-117 W cac:AdditionalDocumentReference/cbc:LocaleCode
UBL-CR-118 W cac:AdditionalDocumentReference/cbc:VersionID
UBL-CR-119 W cac:AdditionalDocumentReference/cbc:DocumentStatusCode
UBL-CR-121 W cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference/cbc:DocumentHash
UBL-CR-122 W cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference/cbc:HashAlgorithmMethod
UBL-CR-123 W cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference/cbc:ExpiryDate
UBL-CR-124 W cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference/cbc:ExpiryTime
UBL-CR-125 W cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference/cbc:MimeCode
UBL-CR-126 W cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference/cbc:FormatCode
UBL-CR-127 W cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference/cbc:EncodingCode
UBL-CR-128 W cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference/cbc:CharacterSetCode
UBL-CR-129 W cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference/cbc:FileName
UBL-CR-130 W cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference/cbc:Description
UBL-CR-131 W cac:AdditionalDocumentReference/cac:ValidityPeriod
UBL-CR-132 W cac:AdditionalDocumentReference/cac:IssuerParty
UBL-CR-133 W cac:AdditionalDocumentReference/cac:ResultOfVerification
UBL-CR-134 W cac:ProjectReference/cbc:UUID
UBL-CR-135 W cac:ProjectReference/cbc:IssueDate
UBL-CR-136 W cac:ProjectReference/cac:WorkPhaseReference
UBL-CR-137 W cac:Signature
UBL-CR-138 W cac:AccountingSupplierParty/cbc:CustomerAssignedAccountID
UBL-CR-139 W cac:AccountingSupplierParty/cbc:AdditionalAccountID
UBL-CR-140 W cac:AccountingSupplierParty/cbc:DataSendingCapability
UBL-CR-141 W cac:AccountingSupplierParty/cac:Party/cbc:MarkCareIndicator
UBL-CR-142 W cac:AccountingSupplierParty/cac:Party/cbc:MarkAttentionIndicator
UBL-CR-143 W cac:AccountingSupplierParty/cac:Party/cbc:WebsiteURI
UBL-CR-144 W cac:AccountingSupplierParty/cac:Party/cbc:LogoReferenceID
UBL-CR-145 W cac:AccountingSupplierParty/cac:Party/cbc:IndustryClassificationCode
UBL-CR-146 W cac:AccountingSupplierParty/cac:Party/cac:Language
UBL-CR-147 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:ID
UBL-CR-148 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:AddressTypeCode
UBL-CR-149 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:AddressFormatCode
UBL-CR-150 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:Postbox
UBL-CR-151 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:Floor
UBL-CR-152 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:Room
UBL-CR-153 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:BlockName
UBL-CR-154 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:BuildingName
UBL-CR-155 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:BuildingNumber
UBL-CR-156 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:InhouseMail
UBL-CR-157 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:Department
UBL-CR-158 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:MarkAttention
UBL-CR-159 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:MarkCare
UBL-CR-160 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:PlotIdentification
UBL-CR-161 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:CitySubdivisionName
UBL-CR-162 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:CountrySubentityCode
UBL-CR-163 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:Region
UBL-CR-164 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:District
UBL-CR-165 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:TimezoneOffset
UBL-CR-166 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cac:Country/cbc:Name
UBL-CR-167 W cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cac:LocationCoordinate
UBL-CR-168 W cac:AccountingSupplierParty/cac:Party/cac:PhysicalLocation
UBL-CR-169 W cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:RegistrationName
UBL-CR-170 W cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:TaxLevelCode
UBL-CR-171 W cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:ExemptionReasonCode
UBL-CR-172 W cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:ExemptionReason
UBL-CR-173 W cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cac:RegistrationAddress
UBL-CR-174 W cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cac:TaxScheme/cbc:Name
UBL-CR-175 W cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cac:TaxScheme/cbc:TaxTypeCode
UBL-CR-176 W cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cac:TaxScheme/cbc:CurrencyCode
UBL-CR-177 W cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cac:TaxScheme/cac:JurisdictionRegionAddress
UBL-CR-178 W cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationDate
UBL-CR-179 W cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationExpirationDate
UBL-CR-180 W cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyLegalFormCode
UBL-CR-181 W cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:SoleProprietorshipIndicator
UBL-CR-182 W cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyLiquidationStatusCode
UBL-CR-183 W cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:CorporateStockAmount
UBL-CR-184 W cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:FullyPaidSharesIndicator
UBL-CR-185 W cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cac:RegistrationAddress
UBL-CR-186 W cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cac:CorporateRegistrationScheme
UBL-CR-187 W cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cac:HeadOfficeParty
UBL-CR-188 W cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cac:ShareholderParty
UBL-CR-189 W cac:AccountingSupplierParty/cac:Party/cac:Contact/cbc:ID
UBL-CR-190 W cac:AccountingSupplierParty/cac:Party/cac:Contact/cbc:Telefax
UBL-CR-191 W cac:AccountingSupplierParty/cac:Party/cac:Contact/cbc:Note
UBL-CR-192 W cac:AccountingSupplierParty/cac:Party/cac:Contact/cac:OtherCommunication
UBL-CR-193 W cac:AccountingSupplierParty/cac:Party/cac:Person
UBL-CR-194 W cac:AccountingSupplierParty/cac:Party/cac:AgentParty
UBL-CR-195 W cac:AccountingSupplierParty/cac:Party/cac:ServiceProviderParty
UBL-CR-196 W cac:AccountingSupplierParty/cac:Party/cac:PowerOfAttorney
UBL-CR-197 W cac:AccountingSupplierParty/cac:Party/cac:FinancialAccount
UBL-CR-198 W cac:AccountingSupplierParty/cac:DespatchContact
UBL-CR-199 W cac:AccountingSupplierParty/cac:AccountingContact
UBL-CR-200 W cac:AccountingSupplierParty/cac:SellerContact
UBL-CR-201 W cac:AccountingCustomerParty/cbc:CustomerAssignedAccountID
UBL-CR-202 W cac:AccountingCustomerParty/cbc:SupplierAssignedAccountID
UBL-CR-203 W cac:AccountingCustomerParty/cbc:AdditionalAccountID
UBL-CR-204 W cac:AccountingCustomerParty/cac:Party/cbc:MarkCareIndicator
UBL-CR-205 W cac:AccountingCustomerParty/cac:Party/cbc:MarkAttentionIndicator
UBL-CR-206 W cac:AccountingCustomerParty/cac:Party/cbc:WebsiteURI
UBL-CR-207 W cac:AccountingCustomerParty/cac:Party/cbc:LogoReferenceID
UBL-CR-208 W cac:AccountingCustomerParty/cac:Party/cbc:IndustryClassificationCode
UBL-CR-209 W cac:AccountingCustomerParty/cac:Party/cac:Language
UBL-CR-210 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:ID
UBL-CR-211 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:AddressTypeCode
UBL-CR-212 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:AddressFormatCode
UBL-CR-213 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:Postbox
UBL-CR-214 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:Floor
UBL-CR-215 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:Room
UBL-CR-216 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:BlockName
UBL-CR-217 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:BuildingName
UBL-CR-218 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:BuildingNumber
UBL-CR-219 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:InhouseMail
UBL-CR-220 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:Department
UBL-CR-221 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:MarkAttention
UBL-CR-222 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:MarkCare
UBL-CR-223 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:PlotIdentification
UBL-CR-224 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:CitySubdivisionName
UBL-CR-225 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:CountrySubentityCode
UBL-CR-226 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:Region
UBL-CR-227 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:District
UBL-CR-228 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:TimezoneOffset
UBL-CR-229 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cac:Country/cbc:Name
UBL-CR-230 W cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cac:LocationCoordinate
UBL-CR-231 W cac:AccountingCustomerParty/cac:Party/cac:PhysicalLocation
UBL-CR-232 W cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme/cbc:RegistrationName
UBL-CR-233 W cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme/cbc:TaxLevelCode
UBL-CR-234 W cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme/cbc:ExemptionReasonCode
UBL-CR-235 W cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme/cbc:ExemptionReason
UBL-CR-236 W cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme/cac:RegistrationAddress
UBL-CR-237 W cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme/cac:TaxScheme/cbc:Name
UBL-CR-238 W cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme/cac:TaxScheme/cbc:TaxTypeCode
UBL-CR-239 W cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme/cac:TaxScheme/cbc:CurrencyCode
UBL-CR-240 W cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme/cac:TaxScheme/cac:JurisdictionRegionAddress
UBL-CR-241 W cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationDate
UBL-CR-242 W cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationExpirationDate
UBL-CR-243 W cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyLegalFormCode
UBL-CR-244 W cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyLegalForm
UBL-CR-245 W cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:SoleProprietorshipIndicator
UBL-CR-246 W cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyLiquidationStatusCode
UBL-CR-247 W cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:CorporateStockAmount
UBL-CR-248 W cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:FullyPaidSharesIndicator
UBL-CR-249 W cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cac:RegistrationAddress
UBL-CR-250 W cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cac:CorporateRegistrationScheme
UBL-CR-251 W cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cac:HeadOfficeParty
UBL-CR-252 W cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cac:ShareholderParty
UBL-CR-253 W cac:AccountingCustomerParty/cac:Party/cac:Contact/cbc:ID
UBL-CR-254 W cac:AccountingCustomerParty/cac:Party/cac:Contact/cbc:Telefax
UBL-CR-255 W cac:AccountingCustomerParty/cac:Party/cac:Contact/cbc:Note
UBL-CR-256 W cac:AccountingCustomerParty/cac:Party/cac:Contact/cac:OtherCommunication
UBL-CR-257 W cac:AccountingCustomerParty/cac:Party/cac:Person
UBL-CR-258 W cac:AccountingCustomerParty/cac:Party/cac:AgentParty
UBL-CR-259 W cac:AccountingCustomerParty/cac:Party/cac:ServiceProviderParty
UBL-CR-260 W cac:AccountingCustomerParty/cac:Party/cac:PowerOfAttorney
UBL-CR-261 W cac:AccountingCustomerParty/cac:Party/cac:FinancialAccount
UBL-CR-262 W cac:AccountingCustomerParty/cac:DeliveryContact
UBL-CR-263 W cac:AccountingCustomerParty/cac:AccountingContact
UBL-CR-264 W cac:AccountingCustomerParty/cac:BuyerContact
UBL-CR-265 W cac:PayeeParty/cbc:MarkCareIndicator
UBL-CR-266 W cac:PayeeParty/cbc:MarkAttentionIndicator
UBL-CR-267 W cac:PayeeParty/cbc:WebsiteURI
UBL-CR-268 W cac:PayeeParty/cbc:LogoReferenceID
UBL-CR-269 W cac:PayeeParty/cbc:EndpointID
UBL-CR-270 W cac:PayeeParty/cbc:IndustryClassificationCode
UBL-CR-271 W cac:PayeeParty/cac:Language
UBL-CR-272 W cac:PayeeParty/cac:PostalAddress
UBL-CR-273 W cac:PayeeParty/cac:PhysicalLocation
UBL-CR-274 W cac:PayeeParty/cac:PartyTaxScheme
UBL-CR-275 W cac:PayeeParty/cac:PartyLegalEntity/cbc:RegistrationName
UBL-CR-276 W cac:PayeeParty/cac:PartyLegalEntity/cbc:RegistrationDate
UBL-CR-277 W cac:PayeeParty/cac:PartyLegalEntity/cbc:RegistrationExpirationDate
UBL-CR-278 W cac:PayeeParty/cac:PartyLegalEntity/cbc:CompanyLegalFormCode
UBL-CR-279 W cac:PayeeParty/cac:PartyLegalEntity/cbc:CompanyLegalForm
UBL-CR-280 W cac:PayeeParty/cac:PartyLegalEntity/cbc:SoleProprietorshipIndicator
UBL-CR-281 W cac:PayeeParty/cac:PartyLegalEntity/cbc:CompanyLiquidationStatusCode
UBL-CR-282 W cac:PayeeParty/cac:PartyLegalEntity/cbc:CorporateStockAmount
UBL-CR-283 W cac:PayeeParty/cac:PartyLegalEntity/cbc:FullyPaidSharesIndicator
UBL-CR-284 W cac:PayeeParty/cac:PartyLegalEntity/cac:RegistrationAddress
UBL-CR-285 W cac:PayeeParty/cac:PartyLegalEntity/cac:CorporateRegistrationScheme
UBL-CR-286 W cac:PayeeParty/cac:PartyLegalEntity/cac:HeadOfficeParty
UBL-CR-287 W cac:PayeeParty/cac:PartyLegalEntity/cac:ShareholderParty
UBL-CR-288 W cac:PayeeParty/cac:Contact
UBL-CR-289 W cac:PayeeParty/cac:Person
UBL-CR-290 W cac:PayeeParty/cac:AgentParty
UBL-CR-291 W cac:PayeeParty/cac:ServiceProviderParty
UBL-CR-292 W cac:PayeeParty/cac:PowerOfAttorney
UBL-CR-293 W cac:PayeeParty/cac:FinancialAccount
UBL-CR-294 W cac:BuyerCustomerParty
UBL-CR-295 W cac:SellerSupplierParty
UBL-CR-296 W cac:TaxRepresentativeParty/cbc:MarkCareIndicator
UBL-CR-297 W cac:TaxRepresentativeParty/cbc:MarkAttentionIndicator
UBL-CR-298 W cac:TaxRepresentativeParty/cbc:WebsiteURI
UBL-CR-299 W cac:TaxRepresentativeParty/cbc:LogoReferenceID
UBL-CR-300 W cac:TaxRepresentativeParty/cbc:EndpointID
UBL-CR-301 W cac:TaxRepresentativeParty/cbc:IndustryClassificationCode
UBL-CR-302 W cac:TaxRepresentativeParty/cac:PartyIdentification
UBL-CR-303 W cac:TaxRepresentativeParty/cac:Language
UBL-CR-304 W cac:TaxRepresentativeParty/cac:PostalAddress/cbc:ID
UBL-CR-305 W cac:TaxRepresentativeParty/cac:PostalAddress/cbc:AddressTypeCode
UBL-CR-306 W cac:TaxRepresentativeParty/cac:PostalAddress/cbc:AddressFormatCode
UBL-CR-307 W cac:TaxRepresentativeParty/cac:PostalAddress/cbc:Postbox
UBL-CR-308 W cac:TaxRepresentativeParty/cac:PostalAddress/cbc:Floor
UBL-CR-309 W cac:TaxRepresentativeParty/cac:PostalAddress/cbc:Room
UBL-CR-310 W cac:TaxRepresentativeParty/cac:PostalAddress/cbc:BlockName
UBL-CR-311 W cac:TaxRepresentativeParty/cac:PostalAddress/cbc:BuildingName
UBL-CR-312 W cac:TaxRepresentativeParty/cac:PostalAddress/cbc:BuildingNumber
UBL-CR-313 W cac:TaxRepresentativeParty/cac:PostalAddress/cbc:InhouseMail
UBL-CR-314 W cac:TaxRepresentativeParty/cac:PostalAddress/cbc:Department
UBL-CR-315 W cac:TaxRepresentativeParty/cac:PostalAddress/cbc:MarkAttention
UBL-CR-316 W cac:TaxRepresentativeParty/cac:PostalAddress/cbc:MarkCare
UBL-CR-317 W cac:TaxRepresentativeParty/cac:PostalAddress/cbc:PlotIdentification
UBL-CR-318 W cac:TaxRepresentativeParty/cac:PostalAddress/cbc:CitySubdivisionName
UBL-CR-319 W cac:TaxRepresentativeParty/cac:PostalAddress/cbc:CountrySubentityCode
UBL-CR-320 W cac:TaxRepresentativeParty/cac:PostalAddress/cbc:Region
UBL-CR-321 W cac:TaxRepresentativeParty/cac:PostalAddress/cbc:District
UBL-CR-322 W cac:TaxRepresentativeParty/cac:PostalAddress/cbc:TimezoneOffset
UBL-CR-323 W cac:TaxRepresentativeParty/cac:PostalAddress/cac:Country/cbc:Name
UBL-CR-324 W cac:TaxRepresentativeParty/cac:PostalAddress/cac:LocationCoordinate
UBL-CR-325 W cac:TaxRepresentativeParty/cac:PhysicalLocation
UBL-CR-326 W cac:TaxRepresentativeParty/cac:PartyTaxScheme/cbc:RegistrationName
UBL-CR-327 W cac:TaxRepresentativeParty/cac:PartyTaxScheme/cbc:TaxLevelCode
UBL-CR-328 W cac:TaxRepresentativeParty/cac:PartyTaxScheme/cbc:ExemptionReasonCode
UBL-CR-329 W cac:TaxRepresentativeParty/cac:PartyTaxScheme/cbc:ExemptionReason
UBL-CR-330 W cac:TaxRepresentativeParty/cac:PartyTaxScheme/cac:RegistrationAddress
UBL-CR-331 W cac:TaxRepresentativeParty/cac:PartyTaxScheme/cac:TaxScheme/cbc:Name
UBL-CR-332 W cac:TaxRepresentativeParty/cac:PartyTaxScheme/cac:TaxScheme/cbc:TaxTypeCode
UBL-CR-333 W cac:TaxRepresentativeParty/cac:PartyTaxScheme/cac:TaxScheme/cbc:CurrencyCode
UBL-CR-334 W cac:TaxRepresentativeParty/cac:PartyTaxScheme/cac:TaxScheme/cac:JurisdictionRegionAddress
UBL-CR-335 W cac:TaxRepresentativeParty/cac:PartyLegalEntity
UBL-CR-336 W cac:TaxRepresentativeParty/cac:Contact
UBL-CR-337 W cac:TaxRepresentativeParty/cac:Person
UBL-CR-338 W cac:TaxRepresentativeParty/cac:AgentParty
UBL-CR-339 W cac:TaxRepresentativeParty/cac:ServiceProviderParty
UBL-CR-340 W cac:TaxRepresentativeParty/cac:PowerOfAttorney
UBL-CR-341 W cac:TaxRepresentativeParty/cac:FinancialAccount
UBL-CR-342 W cac:Delivery/cbc:ID
UBL-CR-343 W cac:Delivery/cbc:Quantity
UBL-CR-344 W cac:Delivery/cbc:MinimumQuantity
UBL-CR-345 W cac:Delivery/cbc:MaximumQuantity
UBL-CR-346 W cac:Delivery/cbc:ActualDeliveryTime
UBL-CR-347 W cac:Delivery/cbc:LatestDeliveryDate
UBL-CR-348 W cac:Delivery/cbc:LatestDeliveryTime
UBL-CR-349 W cac:Delivery/cbc:ReleaseID
UBL-CR-350 W cac:Delivery/cbc:TrackingID
UBL-CR-351 W cac:Delivery/cac:DeliveryLocation/cbc:Description
UBL-CR-352 W cac:Delivery/cac:DeliveryLocation/cbc:Conditions
UBL-CR-353 W cac:Delivery/cac:DeliveryLocation/cbc:CountrySubentity
UBL-CR-354 W cac:Delivery/cac:DeliveryLocation/cbc:CountrySubentityCode
UBL-CR-355 W cac:Delivery/cac:DeliveryLocation/cbc:LocationTypeCode
UBL-CR-356 W cac:Delivery/cac:DeliveryLocation/cbc:InformationURI
UBL-CR-357 W cac:Delivery/cac:DeliveryLocation/cbc:Name
UBL-CR-358 W cac:Delivery/cac:DeliveryLocation/cac:ValidityPeriod
UBL-CR-359 W cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:ID
UBL-CR-360 W cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:AddressTypeCode
UBL-CR-361 W cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:AddressFormatCode
UBL-CR-362 W cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:Postbox
UBL-CR-363 W cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:Floor
UBL-CR-364 W cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:Room
UBL-CR-365 W cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:BlockName
UBL-CR-366 W cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:BuildingName
UBL-CR-367 W cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:BuildingNumber
UBL-CR-368 W cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:InhouseMail
UBL-CR-369 W cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:Department
UBL-CR-370 W cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:MarkAttention
UBL-CR-371 W cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:MarkCare
UBL-CR-372 W cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:PlotIdentification
UBL-CR-373 W cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:CitySubdivisionName
UBL-CR-374 W cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:CountrySubentityCode
UBL-CR-375 W cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:Region
UBL-CR-376 W cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:District
UBL-CR-377 W cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:TimezoneOffset
UBL-CR-378 W cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country/cbc:Name
UBL-CR-379 W cac:Delivery/cac:DeliveryLocation/cac:Address/cac:LocationCoordinate
UBL-CR-380 W cac:Delivery/cac:DeliveryLocation/cac:SubsidiaryLocation
UBL-CR-381 W cac:Delivery/cac:DeliveryLocation/cac:LocationCoordinate
UBL-CR-382 W cac:Delivery/cac:AlternativeDeliveryLocation
UBL-CR-383 W cac:Delivery/cac:RequestedDeliveryPeriod
UBL-CR-384 W cac:Delivery/cac:EstimatedDeliveryPeriod
UBL-CR-385 W cac:Delivery/cac:CarrierParty
UBL-CR-386 W cac:Delivery/cac:DeliveryParty/cbc:MarkCareIndicator
UBL-CR-387 W cac:Delivery/cac:DeliveryParty/cbc:MarkAttentionIndicator
UBL-CR-388 W cac:Delivery/cac:DeliveryParty/cbc:WebsiteURI
UBL-CR-389 W cac:Delivery/cac:DeliveryParty/cbc:LogoReferenceID
UBL-CR-390 W cac:Delivery/cac:DeliveryParty/cbc:EndpointID
UBL-CR-391 W cac:Delivery/cac:DeliveryParty/cbc:IndustryClassificationCode
UBL-CR-392 W cac:Delivery/cac:DeliveryParty/cac:PartyIdentification
UBL-CR-393 W cac:Delivery/cac:DeliveryParty/cac:Language
UBL-CR-394 W cac:Delivery/cac:DeliveryParty/cac:PostalAddress
UBL-CR-395 W cac:Delivery/cac:DeliveryParty/cac:PhysicalLocation
UBL-CR-396 W cac:Delivery/cac:DeliveryParty/cac:PartyTaxScheme
UBL-CR-397 W cac:Delivery/cac:DeliveryParty/cac:PartyLegalEntity
UBL-CR-398 W cac:Delivery/cac:DeliveryParty/cac:Contact
UBL-CR-399 W cac:Delivery/cac:DeliveryParty/cac:Person
UBL-CR-400 W cac:Delivery/cac:DeliveryParty/cac:AgentParty
UBL-CR-401 W cac:Delivery/cac:DeliveryParty/cac:ServiceProviderParty
UBL-CR-402 W cac:Delivery/cac:DeliveryParty/cac:PowerOfAttorney
UBL-CR-403 W cac:Delivery/cac:DeliveryParty/cac:FinancialAccount
UBL-CR-404 W cac:Delivery/cac:NotifyParty
UBL-CR-405 W cac:Delivery/cac:Despatch
UBL-CR-406 W cac:Delivery/cac:DeliveryTerms
UBL-CR-407 W cac:Delivery/cac:MinimumDeliveryUnit
UBL-CR-408 W cac:Delivery/cac:MaximumDeliveryUnit
UBL-CR-409 W cac:Delivery/cac:Shipment
UBL-CR-410 W cac:DeliveryTerms
UBL-CR-411 W cac:PaymentMeans/cbc:ID
UBL-CR-413 W cac:PaymentMeans/cbc:PaymentChannelCode
UBL-CR-414 W cac:PaymentMeans/cbc:InstructionID
UBL-CR-415 W cac:PaymentMeans/cac:CardAccount/cbc:CardTypeCode
UBL-CR-416 W cac:PaymentMeans/cac:CardAccount/cbc:ValidityStartDate
UBL-CR-417 W cac:PaymentMeans/cac:CardAccount/cbc:ExpiryDate
UBL-CR-418 W cac:PaymentMeans/cac:CardAccount/cbc:IssuerID
UBL-CR-419 W cac:PaymentMeans/cac:CardAccount/cbc:IssueNumberID
UBL-CR-420 W cac:PaymentMeans/cac:CardAccount/cbc:CV2ID
UBL-CR-421 W cac:PaymentMeans/cac:CardAccount/cbc:CardChipCode
UBL-CR-422 W cac:PaymentMeans/cac:CardAccount/cbc:ChipApplicationID
UBL-CR-424 W cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:AliasName
UBL-CR-425 W cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:AccountTypeCode
UBL-CR-426 W cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:AccountFormatCode
UBL-CR-427 W cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:CurrencyCode
UBL-CR-428 W cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:PaymentNote
UBL-CR-429 W cac:PaymentMeans/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:Name
UBL-CR-430 W cac:PaymentMeans/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cac:FinancialInstitution/cbc:Name
UBL-CR-431 W cac:PaymentMeans/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cac:FinancialInstitution/cac:Address
UBL-CR-432 W cac:PaymentMeans/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cac:Address
UBL-CR-433 W cac:PaymentMeans/cac:PayeeFinancialAccount/cac:Country
UBL-CR-434 W cac:PaymentMeans/cac:CreditAccount
UBL-CR-435 W cac:PaymentMeans/cac:PaymentMandate/cbc:MandateTypeCode
UBL-CR-436 W cac:PaymentMeans/cac:PaymentMandate/cbc:MaximumPaymentInstructionsNumeric
UBL-CR-437 W cac:PaymentMeans/cac:PaymentMandate/cbc:MaximumPaidAmount
UBL-CR-438 W cac:PaymentMeans/cac:PaymentMandate/cbc:SignatureID
UBL-CR-439 W cac:PaymentMeans/cac:PaymentMandate/cac:PayerParty
UBL-CR-440 W cac:PaymentMeans/cac:PaymentMandate/cac:PayerFinancialAccount/cbc:Name
UBL-CR-441 W cac:PaymentMeans/cac:PaymentMandate/cac:PayerFinancialAccount/cbc:AliasName
UBL-CR-442 W cac:PaymentMeans/cac:PaymentMandate/cac:PayerFinancialAccount/cbc:AccountTypeCode
UBL-CR-443 W cac:PaymentMeans/cac:PaymentMandate/cac:PayerFinancialAccount/cbc:AccountFormatCode
UBL-CR-444 W cac:PaymentMeans/cac:PaymentMandate/cac:PayerFinancialAccount/cbc:CurrencyCode
UBL-CR-445 W cac:PaymentMeans/cac:PaymentMandate/cac:PayerFinancialAccount/cbc:PaymentNote
UBL-CR-446 W cac:PaymentMeans/cac:PaymentMandate/cac:PayerFinancialAccount/cac:FinancialInstitutionBranch
UBL-CR-447 W cac:PaymentMeans/cac:PaymentMandate/cac:PayerFinancialAccount/cac:Country
UBL-CR-448 W cac:PaymentMeans/cac:PaymentMandate/cac:ValidityPeriod
UBL-CR-449 W cac:PaymentMeans/cac:PaymentMandate/cac:PaymentReversalPeriod
UBL-CR-450 W cac:PaymentMeans/cac:PaymentMandate/cac:Clause
UBL-CR-451 W cac:PaymentMeans/cac:TradeFinancing
UBL-CR-452 W cac:PaymentTerms/cbc:ID
UBL-CR-453 W cac:PaymentTerms/cbc:PaymentMeansID
UBL-CR-454 W cac:PaymentTerms/cbc:PrepaidPaymentReferenceID
UBL-CR-455 W cac:PaymentTerms/cbc:ReferenceEventCode
UBL-CR-456 W cac:PaymentTerms/cbc:SettlementDiscountPercent
UBL-CR-457 W cac:PaymentTerms/cbc:PenaltySurchargePercent
UBL-CR-458 W cac:PaymentTerms/cbc:PaymentPercent
UBL-CR-459 W cac:PaymentTerms/cbc:Amount
UBL-CR-460 W cac:PaymentTerms/cbc:SettlementDiscountAmount
UBL-CR-461 W cac:PaymentTerms/cbc:PenaltyAmount
UBL-CR-462 W cac:PaymentTerms/cbc:PaymentTermsDetailsURI
UBL-CR-463 W cac:PaymentTerms/cbc:PaymentDueDate
UBL-CR-464 W cac:PaymentTerms/cbc:InstallmentDueDate
UBL-CR-465 W cac:PaymentTerms/cbc:InvoicingPartyReference
UBL-CR-466 W cac:PaymentTerms/cac:SettlementPeriod
UBL-CR-467 W cac:PaymentTerms/cac:PenaltyPeriod
UBL-CR-468 W cac:PaymentTerms/cac:ExchangeRate
UBL-CR-469 W cac:PaymentTerms/cac:ValidityPeriod
UBL-CR-470 W cac:PrepaidPayment
UBL-CR-471 W cac:AllowanceCharge/cbc:ID
UBL-CR-472 W cac:AllowanceCharge/cbc:PrepaidIndicator
UBL-CR-473 W cac:AllowanceCharge/cbc:SequenceNumeric
UBL-CR-474 W cac:AllowanceCharge/cbc:AccountingCostCode
UBL-CR-475 W cac:AllowanceCharge/cbc:AccountingCost
UBL-CR-476 W cac:AllowanceCharge/cbc:PerUnitAmount
UBL-CR-477 W cac:AllowanceCharge/cac:TaxCategory/cbc:Name
UBL-CR-478 W cac:AllowanceCharge/cac:TaxCategory/cbc:BaseUnitMeasure
UBL-CR-479 W cac:AllowanceCharge/cac:TaxCategory/cbc:PerUnitAmount
UBL-CR-480 W cac:AllowanceCharge/cac:TaxCategory/cbc:TaxExemptionReasonCode
UBL-CR-481 W cac:AllowanceCharge/cac:TaxCategory/cbc:TaxExemptionReason
UBL-CR-482 W cac:AllowanceCharge/cac:TaxCategory/cbc:TierRange
UBL-CR-483 W cac:AllowanceCharge/cac:TaxCategory/cbc:TierRatePercent
UBL-CR-484 W cac:AllowanceCharge/cac:TaxCategory/cac:TaxScheme/cbc:Name
UBL-CR-485 W cac:AllowanceCharge/cac:TaxCategory/cac:TaxScheme/cbc:TaxTypeCode
UBL-CR-486 W cac:AllowanceCharge/cac:TaxCategory/cac:TaxScheme/cbc:CurrencyCode
UBL-CR-487 W cac:AllowanceCharge/cac:TaxCategory/cac:TaxScheme/cac:JurisdictionRegionAddress
UBL-CR-488 W cac:AllowanceCharge/cac:TaxTotal
UBL-CR-489 W cac:AllowanceCharge/cac:PaymentMeans
UBL-CR-490 W cac:TaxExchangeRate
UBL-CR-491 W cac:PricingExchangeRate
UBL-CR-492 W cac:PaymentExchangeRate
UBL-CR-493 W cac:PaymentAlternativeExchangeRate
UBL-CR-494 W cac:TaxTotal/cbc:RoundingAmount
UBL-CR-495 W cac:TaxTotal/cbc:TaxEvidenceIndicator
UBL-CR-496 W cac:TaxTotal/cbc:TaxIncludedIndicator
UBL-CR-497 W cac:TaxTotal/cac:TaxSubtotal/cbc:CalculationSequenceNumeric
UBL-CR-498 W cac:TaxTotal/cac:TaxSubtotal/cbc:TransactionCurrencyTaxAmount
UBL-CR-499 W cac:TaxTotal/cac:TaxSubtotal/cbc:Percent
UBL-CR-500 W cac:TaxTotal/cac:TaxSubtotal/cbc:BaseUnitMeasure
UBL-CR-501 W cac:TaxTotal/cac:TaxSubtotal/cbc:PerUnitAmount
UBL-CR-502 W cac:TaxTotal/cac:TaxSubtotal/cbc:TierRange
UBL-CR-503 W cac:TaxTotal/cac:TaxSubtotal/cbc:TierRatePercent
UBL-CR-504 W cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:Name
UBL-CR-505 W cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:BaseUnitMeasure
UBL-CR-506 W cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:PerUnitAmount
UBL-CR-507 W cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:TierRange
UBL-CR-508 W cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:TierRatePercent
UBL-CR-509 W cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cac:TaxScheme/cbc:Name
UBL-CR-510 W cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cac:TaxScheme/cbc:TaxTypeCode
UBL-CR-511 W cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cac:TaxScheme/cbc:CurrencyCode
UBL-CR-512 W cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cac:TaxScheme/cac:JurisdictionRegionAddress
UBL-CR-513 W cac:WithholdingTaxTotal
UBL-CR-514 W cac:LegalMonetaryTotal/cbc:PayableAlternativeAmount
UBL-CR-515 W LINE/cbc:UUID
UBL-CR-516 W LINE/cbc:TaxPointDate
UBL-CR-517 W LINE/cbc:AccountingCostCode
UBL-CR-518 W LINE/cbc:PaymentPurposeCode
UBL-CR-519 W LINE/cbc:FreeOfChargeIndicator
UBL-CR-520 W LINE/cac:InvoicePeriod/cbc:StartTime
UBL-CR-521 W LINE/cac:InvoicePeriod/cbc:EndTime
UBL-CR-522 W LINE/cac:InvoicePeriod/cbc:DurationMeasure
UBL-CR-523 W LINE/cac:InvoicePeriod/cbc:DescriptionCode
UBL-CR-524 W LINE/cac:InvoicePeriod/cbc:Description
UBL-CR-525 W LINE/cac:OrderLineReference/cbc:SalesOrderLineID
UBL-CR-526 W LINE/cac:OrderLineReference/cbc:UUID
UBL-CR-527 W LINE/cac:OrderLineReference/cbc:LineStatusCode
UBL-CR-528 W LINE/cac:OrderLineReference/cac:OrderReference
UBL-CR-529 W LINE/cac:DespatchLineReference
UBL-CR-530 W LINE/cac:ReceiptLineReference
UBL-CR-531 W LINE/cac:BillingReference
UBL-CR-532 W LINE/cac:DocumentReference/cbc:CopyIndicator
UBL-CR-533 W LINE/cac:DocumentReference/cbc:UUID
UBL-CR-534 W LINE/cac:DocumentReference/cbc:IssueDate
UBL-CR-535 W LINE/cac:DocumentReference/cbc:IssueTime
UBL-CR-537 W LINE/cac:DocumentReference/cbc:DocumentType
UBL-CR-538 W LINE/cac:DocumentReference/cbc:XPath
UBL-CR-539 W LINE/cac:DocumentReference/cbc:LanguageID
UBL-CR-540 W LINE/cac:DocumentReference/cbc:LocaleCode
UBL-CR-541 W LINE/cac:DocumentReference/cbc:VersionID
UBL-CR-542 W LINE/cac:DocumentReference/cbc:DocumentStatusCode
UBL-CR-543 W LINE/cac:DocumentReference/cbc:DocumentDescription
UBL-CR-544 W LINE/cac:DocumentReference/cac:Attachment
UBL-CR-545 W LINE/cac:DocumentReference/cac:ValidityPeriod
UBL-CR-546 W LINE/cac:DocumentReference/cac:IssuerParty
UBL-CR-547 W LINE/cac:DocumentReference/cac:ResultOfVerification
UBL-CR-548 W LINE/cac:PricingReference
UBL-CR-549 W LINE/cac:OriginatorParty
UBL-CR-550 W LINE/cac:Delivery
UBL-CR-551 W LINE/cac:PaymentTerms
UBL-CR-552 W LINE/cac:AllowanceCharge/cbc:ID
UBL-CR-553 W LINE/cac:AllowanceCharge/cbc:PrepaidIndicator
UBL-CR-554 W LINE/cac:AllowanceCharge/cbc:SequenceNumeric
UBL-CR-555 W LINE/cac:AllowanceCharge/cbc:AccountingCostCode
UBL-CR-556 W LINE/cac:AllowanceCharge/cbc:AccountingCost
UBL-CR-557 W LINE/cac:AllowanceCharge/cbc:PerUnitAmount
UBL-CR-558 W LINE/cac:AllowanceCharge/cac:TaxCategory
UBL-CR-559 W LINE/cac:AllowanceCharge/cac:TaxTotal
UBL-CR-560 W LINE/cac:AllowanceCharge/cac:PaymentMeans
UBL-CR-561 W LINE/cac:TaxTotal
UBL-CR-562 W LINE/cac:WithholdingTaxTotal
UBL-CR-563 W LINE/cac:Item/cbc:PackQuantity
UBL-CR-564 W LINE/cac:Item/cbc:PackSizeNumeric
UBL-CR-565 W LINE/cac:Item/cbc:CatalogueIndicator
UBL-CR-566 W LINE/cac:Item/cbc:HazardousRiskIndicator
UBL-CR-567 W LINE/cac:Item/cbc:AdditionalInformation
UBL-CR-568 W LINE/cac:Item/cbc:Keyword
UBL-CR-569 W LINE/cac:Item/cbc:BrandName
UBL-CR-570 W LINE/cac:Item/cbc:ModelName
UBL-CR-571 W LINE/cac:Item/cac:BuyersItemIdentification/cbc:ExtendedID
UBL-CR-572 W LINE/cac:Item/cac:BuyersItemIdentification/cbc:BarcodeSymbologyID
UBL-CR-573 W LINE/cac:Item/cac:BuyersItemIdentification/cac:PhysicalAttribute
UBL-CR-574 W LINE/cac:Item/cac:BuyersItemIdentification/cac:MeasurementDimension
UBL-CR-575 W LINE/cac:Item/cac:BuyersItemIdentification/cac:IssuerParty
UBL-CR-576 W LINE/cac:Item/cac:SellersItemIdentification/cbc:ExtendedID
UBL-CR-577 W LINE/cac:Item/cac:SellersItemIdentification/cbc:BarcodeSymbologyID
UBL-CR-578 W LINE/cac:Item/cac:SellersItemIdentification/cac:PhysicalAttribute
UBL-CR-579 W LINE/cac:Item/cac:SellersItemIdentification/cac:MeasurementDimension
UBL-CR-580 W LINE/cac:Item/cac:SellersItemIdentification/cac:IssuerParty
UBL-CR-581 W LINE/cac:Item/cac:ManufacturersItemIdentification
UBL-CR-582 W LINE/cac:Item/cac:StandardItemIdentification/cbc:ExtendedID
UBL-CR-583 W LINE/cac:Item/cac:StandardItemIdentification/cbc:BarcodeSymbologyID
UBL-CR-584 W LINE/cac:Item/cac:StandardItemIdentification/cac:PhysicalAttribute
UBL-CR-585 W LINE/cac:Item/cac:StandardItemIdentification/cac:MeasurementDimension
UBL-CR-586 W LINE/cac:Item/cac:StandardItemIdentification/cac:IssuerParty
UBL-CR-587 W LINE/cac:Item/cac:CatalogueItemIdentification
UBL-CR-588 W LINE/cac:Item/cac:AdditionalItemIdentification
UBL-CR-589 W LINE/cac:Item/cac:CatalogueDocumentReference
UBL-CR-590 W LINE/cac:Item/cac:ItemSpecificationDocumentReference
UBL-CR-591 W LINE/cac:Item/cac:OriginCountry/cbc:Name
UBL-CR-592 W LINE/cac:Item/cac:CommodityClassification/cbc:NatureCode
UBL-CR-593 W LINE/cac:Item/cac:CommodityClassification/cbc:CargoTypeCode
UBL-CR-594 W LINE/cac:Item/cac:CommodityClassification/cbc:CommodityCode
UBL-CR-595 W LINE/cac:Item/cac:TransactionConditions
UBL-CR-596 W LINE/cac:Item/cac:HazardousItem
UBL-CR-597 W LINE/cac:Item/cac:ClassifiedTaxCategory/cbc:Name
UBL-CR-598 W LINE/cac:Item/cac:ClassifiedTaxCategory/cbc:BaseUnitMeasure
UBL-CR-599 W LINE/cac:Item/cac:ClassifiedTaxCategory/cbc:PerUnitAmount
UBL-CR-600 W LINE/cac:Item/cac:ClassifiedTaxCategory/cbc:TaxExemptionReasonCode
UBL-CR-601 W LINE/cac:Item/cac:ClassifiedTaxCategory/cbc:TaxExemptionReason
UBL-CR-602 W LINE/cac:Item/cac:ClassifiedTaxCategory/cbc:TierRange
UBL-CR-603 W LINE/cac:Item/cac:ClassifiedTaxCategory/cbc:TierRatePercent
UBL-CR-604 W LINE/cac:Item/cac:ClassifiedTaxCategory/cac:TaxScheme/cbc:Name
UBL-CR-605 W LINE/cac:Item/cac:ClassifiedTaxCategory/cac:TaxScheme/cbc:TaxTypeCode
UBL-CR-606 W LINE/cac:Item/cac:ClassifiedTaxCategory/cac:TaxScheme/cbc:CurrencyCode
UBL-CR-607 W LINE/cac:Item/cac:ClassifiedTaxCategory/cac:TaxScheme/cac:JurisdictionRegionAddress
UBL-CR-608 W LINE/cac:Item/cac:AdditionalItemProperty/cbc:ID
UBL-CR-609 W LINE/cac:Item/cac:AdditionalItemProperty/cbc:NameCode
UBL-CR-610 W LINE/cac:Item/cac:AdditionalItemProperty/cbc:TestMethod
UBL-CR-611 W LINE/cac:Item/cac:AdditionalItemProperty/cbc:ValueQuantity
UBL-CR-612 W LINE/cac:Item/cac:AdditionalItemProperty/cbc:ValueQualifier
UBL-CR-613 W LINE/cac:Item/cac:AdditionalItemProperty/cbc:ImportanceCode
UBL-CR-614 W LINE/cac:Item/cac:AdditionalItemProperty/cbc:ListValue
UBL-CR-615 W LINE/cac:Item/cac:AdditionalItemProperty/cac:UsabilityPeriod
UBL-CR-616 W LINE/cac:Item/cac:AdditionalItemProperty/cac:ItemPropertyGroup
UBL-CR-617 W LINE/cac:Item/cac:AdditionalItemProperty/cac:RangeDimension
UBL-CR-618 W LINE/cac:Item/cac:AdditionalItemProperty/cac:ItemPropertyRange
UBL-CR-619 W LINE/cac:Item/cac:ManufacturerParty
UBL-CR-620 W LINE/cac:Item/cac:InformationContentProviderParty
UBL-CR-621 W LINE/cac:Item/cac:OriginAddress
UBL-CR-622 W LINE/cac:Item/cac:ItemInstance
UBL-CR-623 W LINE/cac:Item/cac:Certificate
UBL-CR-624 W LINE/cac:Item/cac:Dimension
UBL-CR-625 W LINE/cac:Price/cbc:PriceChangeReason
UBL-CR-626 W LINE/cac:Price/cbc:PriceTypeCode
UBL-CR-627 W LINE/cac:Price/cbc:PriceType
UBL-CR-628 W LINE/cac:Price/cbc:OrderableUnitFactorRate
UBL-CR-629 W LINE/cac:Price/cbc:ValidityPeriod
UBL-CR-630 W LINE/cac:Price/cbc:PriceList
UBL-CR-632 W LINE/cac:Price/cac:AllowanceCharge/cbc:ID
UBL-CR-633 W LINE/cac:Price/cac:AllowanceCharge/cbc:AllowanceChargeReasonCode
UBL-CR-634 W LINE/cac:Price/cac:AllowanceCharge/cbc:AllowanceChargeReason
UBL-CR-635 W LINE/cac:Price/cac:AllowanceCharge/cbc:MultiplierFactorNumeric
UBL-CR-636 W LINE/cac:Price/cac:AllowanceCharge/cbc:PrepaidIndicator
UBL-CR-637 W LINE/cac:Price/cac:AllowanceCharge/cbc:SequenceNumeric
UBL-CR-638 W LINE/cac:Price/cac:AllowanceCharge/cbc:AccountingCostCode
UBL-CR-639 W LINE/cac:Price/cac:AllowanceCharge/cbc:AccountingCost
UBL-CR-640 W LINE/cac:Price/cac:AllowanceCharge/cbc:PerUnitAmount
UBL-CR-641 W LINE/cac:Price/cac:AllowanceCharge/cac:TaxCategory
UBL-CR-642 W LINE/cac:Price/cac:AllowanceCharge/cac:TaxTotal
UBL-CR-643 W LINE/cac:Price/cac:AllowanceCharge/cac:PaymentMeans
UBL-CR-644 W LINE/cac:Price/cac:PricingExchangeRate
UBL-CR-645 W LINE/cac:DeliveryTerms
UBL-CR-646 W LINE/cac:SubInvoiceLine
UBL-CR-647 W LINE/cac:ItemPriceExtension
UBL-CR-648 W cbc:CustomizationID/@schemeID
UBL-CR-649 W cbc:ProfileID/@schemeID
UBL-CR-650 W cbc:ID/@schemeID
UBL-CR-651 W cbc:SalesOrderID/@schemeID
UBL-CR-652 W //cac:PartyTaxScheme/cbc:CompanyID/@schemeID
UBL-CR-653 W cac:PaymentMeans/cbc:PaymentID/@schemeID
UBL-CR-654 W cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID/@schemeID
UBL-CR-655 W cac:PaymentMeans/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID/@schemeID
UBL-CR-656 W cbc:InvoiceTypeCode/@listID
UBL-CR-657 W cbc:DocumentCurrencyCode/@listID
UBL-CR-658 W cbc:TaxCurrencyCode/@listID
UBL-CR-659 W cac:AdditionalDocumentReference/cbc:DocumentTypeCode/@listID
UBL-CR-660 W //cac:Country/cbc:IdentificationCode/@listID
UBL-CR-661 W cac:PaymentMeans/cbc:PaymentMeansCode/@listID
UBL-CR-662 W //cbc:AllowanceChargeReasonCode/@listID
UBL-CR-663 W //@unitCodeListID
UBL-CR-664 W //cac:FinancialInstitution
UBL-CR-667 W //cac:BuyersItemIdentification/cbc:ID/@schemeID
UBL-CR-668 W //cac:SellersItemIdentification/cbc:ID/@schemeID
UBL-CR-669 W //cac:Price/cac:AllowanceCharge/cbc:AllowanceChargeReasonCode
UBL-CR-670 W //cac:Price/cac:AllowanceCharge/cbc:AllowanceChargeReason
UBL-CR-671 W //cac:Price/cac:AllowanceCharge/cbc:MultiplierFactorNumeric
UBL-CR-672 W cbc:CreditNoteTypeCode/@listID
UBL-CR-674 W //cbc:PrimaryAccountNumberID/@schemeID
UBL-CR-675 W //cac:CardAccount/cbc:NetworkID/@schemeID
UBL-CR-676 W //cac:PaymentMandate/cbc:ID/@schemeID
UBL-CR-677 W //cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID/@schemeID
UBL-CR-678 W //cac:TaxCategory/cbc:ID/@schemeID
UBL-CR-679 W //cac:ClassifiedTaxCategory/cbc:ID/@schemeID
UBL-CR-680 W //cac:PaymentMeans/cac:PayerFinancialAccount
UBL-CR-681 W cac:PaymentMeans/cbc:InstructionNote
UBL-CR-682 W cac:Delivery/cac:DeliveryAddress
UBL-DT-08 W //@schemeName
UBL-DT-09 W //@schemeAgencyName
UBL-DT-10 W //@schemeDataURI
UBL-DT-11 W //@schemeURI
UBL-DT-12 W //@format
UBL-DT-13 W //@unitCodeListIdentifier
UBL-DT-14 W //@unitCodeListAgencyIdentifier
UBL-DT-15 W //@unitCodeListAgencyName
UBL-DT-16 W //@listAgencyName
UBL-DT-17 W //@listName
UBL-DT-19 W //@languageID
UBL-DT-20 W //@listURI
UBL-DT-21 W //@listSchemeURI
UBL-DT-22 W //@languageLocaleID
UBL-DT-23 W //@uri
UBL-DT-24 W //@currencyCodeListVersionID
UBL-DT-25 W //@characterSetCode
UBL-DT-26 W //@encodingCode
UBL-DT-27 W //@schemeAgencyID
UBL-DT-28 W //@listAgencyID
`
};

// src/modules/finanzen/rechnungspruefung/rules/ubl/syntax.ts
var ROOT3 = "/ubl:Invoice /cn:CreditNote";
var once2 = (id, path) => must(id, (el) => sel(el, path)[1] ?? true);
var upper = (el, path) => strs(el, path).map((s) => s.toUpperCase());
var seller3 = "cac:AccountingSupplierParty/cac:Party";
var buyer2 = "cac:AccountingCustomerParty/cac:Party";
var taxNumbers = (root, party, vat) => sel(root, `${party}/cac:PartyTaxScheme`).filter((t) => upper(t, "cac:TaxScheme/cbc:ID").some((id) => id === "VAT" === vat)).flatMap((t) => sel(t, "cbc:CompanyID"));
var distinct = (doc, name) => () => new Set(all(doc, name).map(stringValue)).size <= 1;
var typed2 = (el, code) => is(el, "cbc:DocumentTypeCode", code);
var documentCardinality = [
  once2("UBL-SR-01", "cac:ContractDocumentReference/cbc:ID"),
  once2("UBL-SR-02", "cac:ReceiptDocumentReference/cbc:ID"),
  once2("UBL-SR-03", "cac:DespatchDocumentReference/cbc:ID"),
  must("UBL-SR-04", (el) => sel(el, "cac:AdditionalDocumentReference").filter((r) => typed2(r, "130")).flatMap((r) => sel(r, "cbc:ID")).length <= 1),
  once2("UBL-SR-05", "cac:PaymentTerms/cbc:Note"),
  once2("UBL-SR-08", "cac:InvoicePeriod"),
  once2("UBL-SR-09", `${seller3}/cac:PartyLegalEntity/cbc:RegistrationName`),
  once2("UBL-SR-10", `${seller3}/cac:PartyName/cbc:Name`),
  once2("UBL-SR-11", `${seller3}/cac:PartyLegalEntity/cbc:CompanyID`),
  must("UBL-SR-12", (el) => taxNumbers(el, seller3, true)[1] ?? true),
  must("UBL-SR-13", (el) => taxNumbers(el, seller3, false)[1] ?? true),
  once2("UBL-SR-14", `${seller3}/cac:PartyLegalEntity/cbc:CompanyLegalForm`),
  once2("UBL-SR-15", `${buyer2}/cac:PartyLegalEntity/cbc:RegistrationName`),
  once2("UBL-SR-16", `${buyer2}/cac:PartyIdentification/cbc:ID`),
  once2("UBL-SR-17", `${buyer2}/cac:PartyLegalEntity/cbc:CompanyID`),
  must("UBL-SR-18", (el) => taxNumbers(el, buyer2, true)[1] ?? true),
  once2("UBL-SR-24", "cac:Delivery"),
  must("UBL-SR-29", (_, doc) => all(doc, "cac:PartyIdentification").flatMap((p) => sel(p, "cbc:ID")).filter((e) => attr(e, "schemeID")?.toUpperCase() === "SEPA")[1] ?? true),
  once2("UBL-SR-39", "cac:ProjectReference/cbc:ID"),
  once2("UBL-SR-40", `${buyer2}/cac:PartyName/cbc:Name`),
  must("UBL-SR-44", (_, doc) => distinct(doc, "cbc:PaymentID")()),
  once2("UBL-SR-45", "cac:PaymentMeans/cbc:PaymentDueDate"),
  must("UBL-SR-46", (el) => sel(el, "cac:PaymentMeans/cbc:PaymentMeansCode").filter((e) => attr(e, "name") !== void 0)[1] ?? true),
  must("UBL-SR-47", (_, doc) => distinct(doc, "cbc:PaymentMeansCode")()),
  once2("UBL-SR-49", "cac:InvoicePeriod/cbc:DescriptionCode"),
  once2("UBL-SR-54", "cac:PaymentMeans/cac:CardAccount"),
  once2("UBL-SR-55", "cac:PaymentMeans/cac:PaymentMandate"),
  once2("UBL-SR-56", "cac:OriginatorDocumentReference/cbc:ID")
];
var references2 = (doc) => all(doc, "cac:AdditionalDocumentReference");
var firstOf = (elements) => elements[0] ?? true;
var documentUse = [
  should("UBL-CR-002", (el) => lacks(el, "cbc:UBLVersionID") || is(el, "cbc:UBLVersionID", "2.1")),
  should("UBL-CR-412", (el) => el.name === "cn:CreditNote" || absent(el, "cac:PaymentMeans/cbc:PaymentDueDate")),
  should("UBL-CR-420", (el) => absent(el, "cac:PaymentMeans/cac:CardAccount/cbc:CV2ID")),
  should("UBL-CR-665", (_, doc) => firstOf(references2(doc).filter((r) => lacks(r, "cbc:DocumentTypeCode") || strs(r, "cbc:DocumentTypeCode").some((c) => c !== "130")).flatMap((r) => sel(r, "cbc:ID")).filter((e) => attr(e, "schemeID") !== void 0))),
  must("UBL-CR-666", (_, doc) => firstOf(references2(doc).filter((r) => typed2(r, "130")).flatMap((r) => sel(r, "cac:Attachment")))),
  must("UBL-CR-673", (_, doc) => firstOf(references2(doc).filter((r) => typed2(r, "130")).flatMap((r) => sel(r, "cbc:DocumentDescription")))),
  should("UBL-DT-18", (_, doc) => firstOf((doc.byAttr.get("name") ?? []).filter((e) => e.name !== "cbc:PaymentMeansCode")))
];
var otherThanSeller = (el) => {
  const names = strs(el, "../cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName");
  return strs(el, "cac:PartyName/cbc:Name").some((n3) => names.some((s) => s !== n3));
};
var payee = [
  must("UBL-SR-19", (el) => count(el, "cac:PartyName/cbc:Name") <= 1 && otherThanSeller(el)),
  must("UBL-SR-20", (el) => sel(el, "cac:PartyIdentification/cbc:ID").filter((e) => (attr(e, "schemeID") ?? "").toUpperCase() !== "SEPA").length <= 1 && otherThanSeller(el)),
  must("UBL-SR-21", (el) => count(el, "cac:PartyLegalEntity/cbc:CompanyID") <= 1 && otherThanSeller(el))
];
var isAmount = (el) => !el.name.endsWith("PriceAmount") && !insidePriceAllowance(el);
function insidePriceAllowance(el) {
  for (let cursor = el.parent; cursor; cursor = cursor.parent) {
    if (cursor.name === "cac:AllowanceCharge" && cursor.parent?.name === "cac:Price") return true;
  }
  return false;
}
var forbidden = forbid(FORBIDDEN3["/ubl:Invoice /cn:CreditNote"] ?? fault());
var ublSyntax = {
  name: "ubl-syntax",
  contexts: [
    at("cac:PostalAddress cac:Address", [once2("UBL-SR-51", "cac:AddressLine")]),
    at("cac:AccountingSupplierParty/cac:Party", [must("UBL-SR-42", (el) => count(el, "cac:PartyTaxScheme") <= 2)]),
    at("cac:AdditionalDocumentReference", [
      once2("UBL-SR-33", "cbc:DocumentDescription"),
      must("UBL-SR-43", (el, doc) => typed2(el, "130") || doc.root.name.endsWith("CreditNote") && typed2(el, "50") || !sel(el, "cbc:ID").some((e) => attr(e, "schemeID") !== void 0) && lacks(el, "cbc:DocumentTypeCode"))
    ]),
    at("*Amount", [must("UBL-DT-01", (el) => twoPlaces(stringValue(el)))], isAmount),
    at("*BinaryObject", [
      must("UBL-DT-06", (el) => attr(el, "mimeCode") !== void 0),
      must("UBL-DT-07", (el) => attr(el, "filename") !== void 0)
    ]),
    at("cac:Delivery", [once2("UBL-SR-25", "cac:DeliveryParty/cac:PartyName/cbc:Name")]),
    at("cac:AllowanceCharge", [once2("UBL-SR-30", "cbc:AllowanceChargeReason")], (el) => flag(el, "cbc:ChargeIndicator", false)),
    at("cac:AllowanceCharge", [once2("UBL-SR-31", "cbc:AllowanceChargeReason")], (el) => flag(el, "cbc:ChargeIndicator", true)),
    at("cac:PartyTaxScheme", [must("UBL-SR-53", (el) => has(el, "cac:TaxScheme/cbc:ID") && has(el, "cbc:CompanyID"))]),
    at(ROOT3, [...documentUse, ...documentCardinality], void 0, forbidden),
    at("cac:InvoiceLine cac:CreditNoteLine", [
      once2("UBL-SR-34", "cbc:Note"),
      once2("UBL-SR-35", "cac:OrderLineReference/cbc:LineID"),
      once2("UBL-SR-36", "cac:InvoicePeriod"),
      once2("UBL-SR-37", "cac:Price/cac:AllowanceCharge/cbc:Amount"),
      must("UBL-SR-48", (el) => count(el, "cac:Item/cac:ClassifiedTaxCategory") === 1),
      once2("UBL-SR-50", "cac:Item/cbc:Description"),
      once2("UBL-SR-52", "cac:DocumentReference")
    ]),
    at("cac:PayeeParty", payee),
    at("cac:PaymentMeans", [
      once2("UBL-SR-26", "cbc:PaymentID"),
      once2("UBL-SR-27", "cbc:PaymentMeansCode"),
      once2("UBL-SR-28", "cac:PaymentMandate/cbc:ID")
    ]),
    at("cac:BillingReference", [
      once2("UBL-SR-06", "cac:InvoiceDocumentReference"),
      must("UBL-SR-07", (el) => has(el, "cac:InvoiceDocumentReference/cbc:ID"))
    ]),
    at("cac:TaxRepresentativeParty", [once2("UBL-SR-22", "cac:PartyName/cbc:Name"), once2("UBL-SR-23", "cac:PartyTaxScheme/cbc:CompanyID")]),
    at("cac:TaxSubtotal", [once2("UBL-SR-32", "cac:TaxCategory/cbc:TaxExemptionReason")])
  ]
};

// src/modules/finanzen/rechnungspruefung/rules/xrechnung/cii.ts
var given3 = (path) => (el) => has(el, path);
var nonEmpty = (path) => (el) => filled(el, path);
var MEANS = `${SETTLEMENT}/ram:SpecifiedTradeSettlementPaymentMeans`;
var BT24 = "rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID";
var specifications = (doc) => fact(doc, "cii BT-24", () => strs(doc.root, BT24));
var inExtension = (doc) => specifications(doc).includes(EXTENSION_ID);
var vehicle = (_, doc) => specifications(doc).includes(CVD_ID);
var mandate = (root) => has(root, `${SETTLEMENT}/ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID`);
var creditor = (root) => has(root, `${SETTLEMENT}/ram:CreditorReferenceID`);
var debtorAccount = (root) => has(root, `${MEANS}/ram:PayerPartyDebtorFinancialAccount/ram:IBANID`);
function taxNumberGiven(root) {
  const tax = `${LINE2}/${LINE_SETTLEMENT}/ram:ApplicableTradeTax`;
  const extra3 = `${SETTLEMENT}/ram:SpecifiedTradeAllowanceCharge/ram:CategoryTradeTax`;
  const taxed = is(root, `${tax}/ram:TypeCode`, "VAT") && overlap(strs(root, `${tax}/ram:CategoryCode`), TAXED) || is(root, extra3, "VAT") && overlap(strs(root, `${extra3}/ram:CategoryCode`), TAXED);
  return !taxed || has(root, `${AGREEMENT}/ram:SellerTaxRepresentativeTradeParty`) || sel(root, `${AGREEMENT}/ram:SellerTradeParty/ram:SpecifiedTaxRegistration/ram:ID`).some((id) => ["VA", "FC"].includes(normalizeSpace(attr(id, "schemeID") ?? "")) && trimmed(id) !== "");
}
function skonto(root) {
  const terms = sel(root, `${SETTLEMENT}/ram:SpecifiedTradePaymentTerms`).flatMap((t) => sel(t, "ram:Description").slice(0, 1)).map(stringValue);
  if (terms.length < 2) return terms.every(skontoFits);
  return !terms.some((t) => t.split("\n").some((l) => normalizeSpace(l).startsWith("#")));
}
function uniqueNames(_, doc) {
  const seen = /* @__PURE__ */ new Map();
  for (const el of all(doc, "ram:AdditionalReferencedDocument")) {
    const known = seen.get(el.parent) ?? /* @__PURE__ */ new Set();
    seen.set(el.parent, known);
    const names = sel(el, "ram:AttachmentBinaryObject").flatMap((b) => attr(b, "filename") ?? []);
    if (names.some((n3) => known.has(n3))) return el;
    for (const n3 of names) known.add(n3);
  }
  return true;
}
var document3 = [
  must("BR-DE-30", (el) => !mandate(el) && !debtorAccount(el) ? !creditor(el) : creditor(el)),
  must("BR-DE-31", (el) => !mandate(el) && !creditor(el) ? !debtorAccount(el) : debtorAccount(el)),
  must("BR-DE-1", given3(MEANS)),
  must("BR-DE-15", nonEmpty(`${AGREEMENT}/ram:BuyerReference`)),
  must("BR-DE-16", taxNumberGiven),
  should("BR-DE-17", (el) => INVOICE_TYPES.some((t) => t === norm(el, "rsm:ExchangedDocument/ram:TypeCode"))),
  must("BR-DE-18", skonto),
  must("BR-DE-22", uniqueNames),
  should("BR-DE-26", (el) => norm(el, "rsm:ExchangedDocument/ram:TypeCode") !== "384" || has(el, `${SETTLEMENT}/ram:InvoiceReferencedDocument`))
];
var paidBy = (...codes) => (el) => codes.includes(norm(el, "ram:TypeCode"));
var CARD = "ram:ApplicableTradeSettlementFinancialCard";
var ACCOUNT = "ram:PayeePartyCreditorFinancialAccount";
var DEBTOR = "ram:PayerPartyDebtorFinancialAccount/ram:IBANID";
var directDebit = (el, doc) => mandate(doc.root) || creditor(doc.root) || has(el, DEBTOR);
function sameBase(el) {
  const base2 = (kind) => sel(el, `ram:SpecifiedLineTradeAgreement/ram:${kind}PriceProductTradePrice/ram:BasisQuantity`);
  const [gross, net] = [base2("Gross"), base2("Net")];
  if (gross.length === 0 || net.length === 0) return true;
  const units = (list) => list.flatMap((q) => attr(q, "unitCode") ?? []);
  const [grossUnits, netUnits] = [units(gross), units(net)];
  return overlap(gross.map(stringValue), net.map(stringValue)) && (grossUnits.length === 0 || netUnits.length === 0 || overlap(grossUnits, netUnits));
}
var germany = {
  name: "xrechnung-cii",
  contexts: [
    at(ROOT, document3),
    at(`${ROOT}/rsm:ExchangedDocumentContext`, [
      should("BR-DE-21", (el) => strs(el, "ram:GuidelineSpecifiedDocumentContextParameter/ram:ID").some(isXRechnungId))
    ]),
    at(`${ROOT}/${AGREEMENT}/ram:SellerTradeParty`, [must("BR-DE-2", given3("ram:DefinedTradeContact"))]),
    at(`${ROOT}/${AGREEMENT}/ram:SellerTradeParty/ram:PostalTradeAddress`, [
      must("BR-DE-3", nonEmpty("ram:CityName")),
      must("BR-DE-4", nonEmpty("ram:PostcodeCode"))
    ]),
    at(`${ROOT}/${AGREEMENT}/ram:SellerTradeParty/ram:DefinedTradeContact`, [
      must("BR-DE-5", (el) => filled(el, "ram:PersonName") || filled(el, "ram:DepartmentName")),
      must("BR-DE-6", nonEmpty("ram:TelephoneUniversalCommunication/ram:CompleteNumber")),
      must("BR-DE-7", nonEmpty("ram:EmailURIUniversalCommunication/ram:URIID")),
      should("BR-DE-27", (el) => hasThreeDigits(norm(el, "ram:TelephoneUniversalCommunication/ram:CompleteNumber"))),
      should("BR-DE-28", (el) => isEmail(norm(el, "ram:EmailURIUniversalCommunication/ram:URIID")))
    ]),
    at(`${ROOT}/${AGREEMENT}/ram:BuyerTradeParty/ram:PostalTradeAddress`, [
      must("BR-DE-8", nonEmpty("ram:CityName")),
      must("BR-DE-9", nonEmpty("ram:PostcodeCode"))
    ]),
    at(
      `${ROOT}/${AGREEMENT}/ram:AdditionalReferencedDocument`,
      [should("BR-TMP-2", (el) => lacks(el, "ram:URIID") || isUrl(str(el, "ram:URIID")))],
      (el) => is(el, "ram:TypeCode", "916")
    ),
    at(`${ROOT}/${DELIVERY}/ram:ShipToTradeParty/ram:PostalTradeAddress`, [
      must("BR-DE-10", nonEmpty("ram:CityName")),
      must("BR-DE-11", nonEmpty("ram:PostcodeCode"))
    ]),
    at(`${ROOT}/${MEANS}`, [
      should("BR-DE-19", (el) => !paidBy("58")(el) || isIban(str(el, `${ACCOUNT}/ram:IBANID`))),
      must("BR-DE-23-a", given3(ACCOUNT)),
      must("BR-DE-23-b", (el, doc) => lacks(el, CARD) && !directDebit(el, doc))
    ], paidBy("30", "58")),
    at(`${ROOT}/${MEANS}`, [
      must("BR-DE-24-a", given3(CARD)),
      must("BR-DE-24-b", (el, doc) => lacks(el, ACCOUNT) && !directDebit(el, doc))
    ], paidBy("48", "54", "55")),
    at(`${ROOT}/${MEANS}`, [
      should("BR-DE-20", (el) => isIban(str(el, DEBTOR))),
      must("BR-DE-25-a", directDebit),
      must("BR-DE-25-b", (el) => [ACCOUNT, "ram:PayeeSpecifiedCreditorFinancialInstitution", "ram:PayerSpecifiedDebtorFinancialInstitution", CARD].every((p) => lacks(el, p)))
    ], paidBy("59")),
    at(`${ROOT}/${SETTLEMENT}/ram:ApplicableTradeTax`, [must("BR-DE-14", nonEmpty("ram:RateApplicablePercent"))]),
    at(`${ROOT}/rsm:SupplyChainTradeTransaction`, [inform("BR-DE-TMP-32", (el) => has(el, "ram:ApplicableHeaderTradeDelivery/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime") || has(el, "ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod") || sel(el, "ram:IncludedSupplyChainTradeLineItem").every((l) => has(l, `${LINE_SETTLEMENT}/ram:BillingSpecifiedPeriod`)))]),
    at(`${ROOT}/${LINE2}`, [must("BR-TMP-3", sameBase)])
  ]
};
var extended = (el, doc) => inExtension(doc) && carries("schemeID")(el);
var icd = coded("schemeID", ICD_EXTENDED);
var extension = {
  name: "xrechnung-cii-extension",
  contexts: [
    at(
      `${ROOT}/${LINE2}/ram:AssociatedDocumentLineDocument`,
      [should("BR-DEX-15", (_, doc) => all(doc, "ram:ParentLineID")[0] ?? true)],
      (_, doc) => inExtension(doc)
    ),
    at("ram:GlobalID", [must("BR-DEX-04", icd)], (el, doc) => extended(el, doc) && outsideProductAndDelivery(el)),
    at("ram:ID", [must("BR-DEX-05", icd)], (el, doc) => extended(el, doc) && !within(el, "ram:SpecifiedTaxRegistration")),
    at("ram:SpecifiedTradeProduct/ram:GlobalID", [must("BR-DEX-06", icd)], extended),
    at("ram:URIUniversalCommunication/ram:URIID", [must("BR-DEX-07", coded("schemeID", EAS_EXTENDED))], extended),
    at("ram:ApplicableHeaderTradeDelivery/ram:ShipToTradeParty/ram:GlobalID", [must("BR-DEX-08", icd)], extended),
    at("ram:AttachmentBinaryObject", [must("BR-DEX-01", mimeCode(true))], (_, doc) => inExtension(doc))
  ]
};
var PRODUCT2 = `${ROOT}/${LINE2}/ram:SpecifiedTradeProduct`;
var cvdClasses = (el) => sel(el, "ram:DesignatedProductClassification/ram:ClassCode").filter((c) => attr(c, "listID") === "CVD");
var cvaProperties = (el) => sel(el, "ram:ApplicableProductCharacteristic").filter((p) => is(p, "ram:Description", "cva"));
var cvd = {
  name: "xrechnung-cii-cvd",
  contexts: [
    at(`${ROOT}/rsm:SupplyChainTradeTransaction`, [must("BR-DE-CVD-03", (el) => sel(el, "ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedTradeProduct").some((p) => cvdClasses(p).length > 0 && cvaProperties(p).length > 0))], vehicle),
    at(PRODUCT2, [
      must("BR-DE-CVD-06-b", (el) => cvaProperties(el).length === 0 || cvdClasses(el).length === 1),
      must("BR-DE-CVD-06-a", (el) => cvdClasses(el).length === 0 || cvaProperties(el).length === 1)
    ], vehicle),
    at(`${PRODUCT2}/ram:DesignatedProductClassification/ram:ClassCode`, [
      must("BR-TMP-CVD-01", coded("listID", CVD_CLASS_SCHEMES)),
      must("BR-DE-CVD-04", (el) => normalizeSpace(attr(el, "listID") ?? "") !== "CVD" || inList(VEHICLE_CATEGORIES, trimmed(el)))
    ], vehicle),
    at(
      `${PRODUCT2}/ram:ApplicableProductCharacteristic`,
      [must("BR-DE-CVD-05", (el) => isNorm(el, "ram:Value", ...VEHICLE_KINDS.split(" ")))],
      (el, doc) => vehicle(el, doc) && is(el, "ram:Description", "cva")
    ),
    at(`${ROOT}/${AGREEMENT}`, [
      must("BR-DE-CVD-01", nonEmpty("ram:ContractReferencedDocument/ram:IssuerAssignedID")),
      must("BR-DE-CVD-02", (el) => sel(el, "ram:AdditionalReferencedDocument").some((d) => norm(d, "ram:TypeCode") === "50" && norm(d, "ram:IssuerAssignedID") !== ""))
    ], vehicle)
  ]
};
var xrechnungCii = [germany, extension, cvd];

// src/modules/finanzen/rechnungspruefung/rules/xrechnung/peppol.ts
var R = (no) => `PEPPOL-EN16931-R${no}`;
var given4 = (path) => (el) => has(el, path);
var never = () => false;
var tolerance = (currencies) => currencies.includes("HUF") ? dec("0.5") : dec("0.02");
var ublTolerance = (doc) => fact(doc, "tolerance", () => tolerance(strs(doc.root, "cbc:DocumentCurrencyCode")));
var ciiTolerance = (doc) => fact(doc, "tolerance", () => tolerance(strs(doc.root, `${SETTLEMENT}/ram:InvoiceCurrencyCode`)));
var HUNDRED2 = dec("100");
function percentageFits(el, names, allowed) {
  if (lacks(el, names.percent) || lacks(el, names.base)) return true;
  const product = mul(num(el, names.base) ?? ZERO, num(el, names.percent) ?? ZERO);
  return slack(num(el, names.amount) ?? ZERO, div(product, HUNDRED2), allowed);
}
function lineFits(l, allowed) {
  const unit = div(l.price, l.base);
  return unit !== void 0 && slack(l.net, sub(add(mul(l.quantity, unit), l.charges), l.allowances), allowed);
}
var sameSign = (a, b) => {
  const notAbove = (s) => above(s, "zeroOrMore") && !above(s, "zero") || Number(s) < 0;
  return a.some(notAbove) && b.some(notAbove) || a.some((s) => above(s, "zeroOrMore")) && b.some((s) => above(s, "zeroOrMore"));
};
var isFlag = (el, path) => isNorm(el, path, "true", "false");
var total2 = (elements, path) => round(sum(elements.flatMap((e) => nums(e, path))), 2);
function vatInCurrency(root, currencies) {
  return sel(root, "cac:TaxTotal/cbc:TaxAmount").filter((a) => currencies.includes(attr(a, "currencyID") ?? "\0")).map(stringValue);
}
var ublDocument = [
  must(R("001"), given4("cbc:ProfileID")),
  must(R("053"), (el) => sel(el, "cac:TaxTotal").filter((t) => has(t, "cac:TaxSubtotal")).length === 1),
  must(R("054"), (el) => sel(el, "cac:TaxTotal").filter((t) => lacks(t, "cac:TaxSubtotal")).length === (has(el, "cbc:TaxCurrencyCode") ? 1 : 0)),
  must(R("055"), (el) => lacks(el, "cbc:TaxCurrencyCode") || sameSign(vatInCurrency(el, [norm(el, "cbc:TaxCurrencyCode")]), vatInCurrency(el, [norm(el, "cbc:DocumentCurrencyCode")])))
];
var UBL_ALLOWANCE = "ubl:Invoice/cac:AllowanceCharge ubl:Invoice/cac:InvoiceLine/cac:AllowanceCharge cn:CreditNote/cac:AllowanceCharge cn:CreditNote/cac:CreditNoteLine/cac:AllowanceCharge";
var UBL_NAMES = { amount: "cbc:Amount", base: "cbc:BaseAmount", percent: "cbc:MultiplierFactorNumeric" };
var ublAllowances = [
  at(UBL_ALLOWANCE, [must(R("041"), never)], (el) => has(el, UBL_NAMES.percent) && lacks(el, UBL_NAMES.base)),
  at(UBL_ALLOWANCE, [must(R("042"), never)], (el) => lacks(el, UBL_NAMES.percent) && has(el, UBL_NAMES.base)),
  at(UBL_ALLOWANCE, [
    must(R("040"), (el, doc) => percentageFits(el, UBL_NAMES, ublTolerance(doc))),
    must(R("043"), (el) => isFlag(el, "cbc:ChargeIndicator"))
  ])
];
function ublLine(el, doc) {
  const extras2 = (charge3) => sel(el, "cac:AllowanceCharge").filter((a) => norm(a, "cbc:ChargeIndicator") === charge3);
  const base2 = num(el, "cac:Price/cbc:BaseQuantity");
  return lineFits({
    net: num(el, "cbc:LineExtensionAmount") ?? ZERO,
    quantity: num(el, doc.root.name === "ubl:Invoice" ? "cbc:InvoicedQuantity" : "cbc:CreditedQuantity") ?? ONE,
    price: num(el, "cac:Price/cbc:PriceAmount") ?? ZERO,
    base: base2 && !isZero(base2) ? base2 : ONE,
    charges: total2(extras2("true"), "cbc:Amount"),
    allowances: total2(extras2("false"), "cbc:Amount")
  }, ublTolerance(doc));
}
var period = (name) => `ubl:Invoice/cac:InvoiceLine/cac:InvoicePeriod/cbc:${name} cn:CreditNote/cac:CreditNoteLine/cac:InvoicePeriod/cbc:${name}`;
var ublPeriod = (id, name, fits2) => at(
  period(name),
  [must(id, (el, doc) => fits2(dateNumber(stringValue(el)), fact(doc, id, () => dateNumber(str(doc.root, `cac:InvoicePeriod/cbc:${name}`)))))],
  (el, doc) => el.parent?.parent?.parent === doc.root && has(doc.root, `cac:InvoicePeriod/cbc:${name}`)
);
var positiveBase = (path) => (el) => {
  const base2 = num(el, path);
  return base2 === void 0 || cmp(base2, ZERO) > 0;
};
function ublUnit(el, doc) {
  const line5 = el.parent?.parent;
  if (!line5 || lacks(line5, "cbc:InvoicedQuantity") && lacks(line5, "cbc:CreditedQuantity")) return true;
  const quantity = doc.root.name === "ubl:Invoice" ? "cbc:InvoicedQuantity" : "cbc:CreditedQuantity";
  return sel(line5, quantity).some((q) => attr(q, "unitCode") === attr(el, "unitCode"));
}
var peppolUbl = [
  { name: "peppol-ubl-empty", contexts: [at("*", [must(R("008"), never)], isBlank)] },
  {
    name: "peppol-ubl",
    contexts: [
      at("cn:CreditNote ubl:Invoice", ublDocument),
      at("cbc:TaxCurrencyCode", [must(R("005"), (el) => trimmed(el) !== norm(el, "../cbc:DocumentCurrencyCode"))]),
      at("cac:AccountingCustomerParty/cac:Party", [must(R("010"), given4("cbc:EndpointID"))]),
      at("cac:AccountingSupplierParty/cac:Party", [must(R("020"), given4("cbc:EndpointID"))]),
      ...ublAllowances,
      at("cac:PaymentMeans", [must(R("061"), given4("cac:PaymentMandate/cbc:ID"))], (el) => ["49", "59"].includes(norm(el, "cbc:PaymentMeansCode"))),
      ublPeriod(R("110"), "StartDate", (own, whole2) => own >= whole2),
      ublPeriod(R("111"), "EndDate", (own, whole2) => own <= whole2),
      at("cac:InvoiceLine cac:CreditNoteLine", [
        should(R("120"), ublLine),
        must(R("121"), positiveBase("cac:Price/cbc:BaseQuantity")),
        must(R("101"), (el) => lacks(el, "cac:DocumentReference") || is(el, "cac:DocumentReference/cbc:DocumentTypeCode", "130"))
      ]),
      at("cac:Price/cac:AllowanceCharge", [
        must(R("044"), (el) => norm(el, "cbc:ChargeIndicator") === "false"),
        must(R("046"), (el) => lacks(el, "cbc:BaseAmount") || same(num(el, "../cbc:PriceAmount"), minus(num(el, "cbc:BaseAmount"), num(el, "cbc:Amount"))))
      ]),
      at("cac:Price/cbc:BaseQuantity", [must(R("130"), ublUnit)], (el) => attr(el, "unitCode") !== void 0)
    ]
  }
];
var TOTALS2 = "ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount";
var invoiceCurrency = (doc) => strs(doc.root, `${SETTLEMENT}/ram:InvoiceCurrencyCode`);
var taxCurrency = (doc) => strs(doc.root, `${SETTLEMENT}/ram:TaxCurrencyCode`);
var vatIn = (el, currencies) => sel(el, TOTALS2).filter((a) => currencies.includes(attr(a, "currencyID") ?? "\0"));
function ciiSigns(el, doc) {
  const own = vatIn(el, invoiceCurrency(doc)).map(stringValue);
  const tax = vatIn(el, taxCurrency(doc)).map(stringValue);
  if (taxCurrency(doc).length === 0 || own.length === 0) return true;
  return tax.some((s) => Number(s) < 0) && own.some((s) => Number(s) < 0) || tax.some((s) => above(s, "zeroOrMore")) && own.some((s) => above(s, "zeroOrMore"));
}
var ciiSettlement = [
  must(R("005"), (el) => lacks(el, "ram:TaxCurrencyCode") || norm(el, "ram:TaxCurrencyCode") !== norm(el, "ram:InvoiceCurrencyCode")),
  must(R("053"), (el, doc) => vatIn(el, invoiceCurrency(doc)).length <= 1),
  must(R("054"), (el, doc) => sel(el, TOTALS2).filter((a) => attr(a, "currencyID") !== void 0 && invoiceCurrency(doc).some((c) => c !== attr(a, "currencyID"))).length === (has(el, "ram:TaxCurrencyCode") ? 1 : 0)),
  must(R("055"), ciiSigns)
];
var CII_NAMES = { amount: "ram:ActualAmount", base: "ram:BasisAmount", percent: "ram:CalculationPercent" };
var INDICATOR = "ram:ChargeIndicator/udt:Indicator";
function ciiLine(el, doc) {
  const settlement2 = "ram:SpecifiedLineTradeSettlement";
  const price = "ram:SpecifiedLineTradeAgreement";
  const extras2 = (charge3) => sel(el, `${settlement2}/ram:SpecifiedTradeAllowanceCharge`).filter((a) => norm(a, INDICATOR) === charge3);
  const bases = ["Net", "Gross"].map((k) => num(el, `${price}/ram:${k}PriceProductTradePrice/ram:BasisQuantity`));
  return lineFits({
    net: num(el, `${settlement2}/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount`) ?? ZERO,
    quantity: num(el, "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity") ?? ONE,
    price: num(el, `${price}/ram:NetPriceProductTradePrice/ram:ChargeAmount`) ?? ZERO,
    base: bases.find((b) => b && !isZero(b)) ?? ONE,
    charges: total2(extras2("true"), "ram:ActualAmount"),
    allowances: total2(extras2("false"), "ram:ActualAmount")
  }, ciiTolerance(doc));
}
var ciiPeriod = (id, name, fits2) => {
  const header2 = `${SETTLEMENT}/ram:BillingSpecifiedPeriod/ram:${name}`;
  const whole2 = (doc) => fact(doc, id, () => ({ given: has(doc.root, header2), dates: strs(doc.root, `${header2}/udt:DateTimeString`) }));
  return at(
    `rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod/ram:${name}`,
    [must(id, (el, doc) => strs(el, "udt:DateTimeString").some((own) => whole2(doc).dates.some((w) => fits2(own, w))))],
    (_, doc) => whole2(doc).given
  );
};
function ciiNetPrice(el) {
  if (lacks(el, "ram:ChargeAmount")) return true;
  const discounts = sel(el, "ram:AppliedTradeAllowanceCharge").flatMap((a) => sel(a, "ram:ActualAmount").slice(0, 1));
  if (discounts.length > 1) return false;
  const discount = discounts[0] ? num(discounts[0].parent, "ram:ActualAmount") ?? ZERO : ZERO;
  return same(num(el, "../ram:NetPriceProductTradePrice/ram:ChargeAmount"), minus(num(el, "ram:ChargeAmount"), discount));
}
var PRICES = "ram:NetPriceProductTradePrice ram:GrossPriceProductTradePrice";
var LINE_DOC = "ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument";
var ciiMain = {
  name: "peppol-cii",
  contexts: [
    at("rsm:ExchangedDocumentContext", [must(R("001"), given4("ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID"))]),
    at("ram:ApplicableHeaderTradeSettlement", ciiSettlement),
    at("ram:BuyerTradeParty", [must(R("010"), given4("ram:URIUniversalCommunication/ram:URIID"))]),
    at("ram:SellerTradeParty", [must(R("020"), given4("ram:URIUniversalCommunication/ram:URIID"))]),
    at("ram:SpecifiedTradeAllowanceCharge", [must(R("041"), never)], (el) => has(el, CII_NAMES.percent) && lacks(el, CII_NAMES.base)),
    at("ram:SpecifiedTradeAllowanceCharge", [must(R("042"), never)], (el) => lacks(el, CII_NAMES.percent) && has(el, CII_NAMES.base)),
    at("ram:SpecifiedTradeAllowanceCharge", [
      must(R("040"), (el, doc) => percentageFits(el, CII_NAMES, ciiTolerance(doc))),
      must(`${R("043")}-1`, (el) => isFlag(el, INDICATOR))
    ]),
    at("ram:AppliedTradeAllowanceCharge", [must(`${R("043")}-2`, (el) => isFlag(el, INDICATOR))]),
    at(
      "ram:SpecifiedTradeSettlementPaymentMeans",
      [must(R("061"), given4("../ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID"))],
      (el) => ["49", "59"].includes(norm(el, "ram:TypeCode"))
    ),
    ciiPeriod(R("110"), "StartDateTime", (own, whole2) => own >= whole2),
    ciiPeriod(R("111"), "EndDateTime", (own, whole2) => own <= whole2),
    at("ram:IncludedSupplyChainTradeLineItem", [
      should(R("120"), ciiLine),
      must(R("101"), (el) => lacks(el, LINE_DOC) || is(el, `${LINE_DOC}/ram:TypeCode`, "130"))
    ]),
    at(PRICES, [must(R("121"), positiveBase("ram:BasisQuantity"))]),
    at(
      "ram:NetPriceProductTradePrice/ram:BasisQuantity ram:GrossPriceProductTradePrice/ram:BasisQuantity",
      [must(R("130"), (el) => sel(el, "../../../ram:SpecifiedLineTradeDelivery/ram:BilledQuantity").some((q) => attr(q, "unitCode") === attr(el, "unitCode")))],
      (el) => attr(el, "unitCode") !== void 0
    )
  ]
};
var peppolCii = [
  { name: "peppol-cii-empty", contexts: [at("*", [must(R("008"), never)], (el) => el.name !== "ram:ApplicableHeaderTradeDelivery" && isBlank(el))] },
  {
    name: "peppol-cii-price",
    contexts: [at("rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice", [
      must(R("044"), (el) => lacks(el, "ram:AppliedTradeAllowanceCharge/ram:ActualAmount") || is(el, `ram:AppliedTradeAllowanceCharge/${INDICATOR}`, "false")),
      must(R("046"), ciiNetPrice)
    ])]
  },
  ciiMain
];

// src/modules/finanzen/rechnungspruefung/rules/xrechnung/ubl.ts
var rooted = (path) => `/ubl:Invoice/${path} /cn:CreditNote/${path}`;
var ROOT4 = "/ubl:Invoice /cn:CreditNote";
var LINE_NAMES = ["cac:InvoiceLine", "cac:CreditNoteLine"];
var lines2 = (root) => root.children.filter((c) => LINE_NAMES.includes(c.name));
var given5 = (path) => (el) => has(el, path);
var nonEmpty2 = (path) => (el) => filled(el, path);
var specifications2 = (doc) => fact(doc, "ubl BT-24", () => strs(doc.root, "cbc:CustomizationID"));
var inExtension2 = (doc) => specifications2(doc).includes(EXTENSION_ID);
var inCvd = (doc) => specifications2(doc).includes(CVD_ID);
function taxNumberGiven2(root) {
  const charges = sel(root, "cac:AllowanceCharge").filter((a) => is(a, "cbc:ChargeIndicator", "true", "false")).flatMap((a) => strs(a, "cac:TaxCategory/cbc:ID"));
  const codes = [...charges, ...lines2(root).flatMap((l) => strs(l, "cac:Item/cac:ClassifiedTaxCategory/cbc:ID"))];
  return !overlap(codes, TAXED) || has(root, "cac:TaxRepresentativeParty") || filled(root, "cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID");
}
var typeIs = (root, ...codes) => codes.includes(norm(root, "cbc:InvoiceTypeCode")) || codes.includes(norm(root, "cbc:CreditNoteTypeCode"));
function skonto2(root) {
  const terms = sel(root, "cac:PaymentTerms").flatMap((t) => sel(t, "cbc:Note").slice(0, 1)).map(stringValue);
  if (terms.length < 2) return terms.every(skontoFits);
  return !terms.some((t) => t.split("\n").some((l) => normalizeSpace(l).startsWith("#")));
}
function uniqueNames2(root) {
  const seen = /* @__PURE__ */ new Set();
  for (const doc of sel(root, "cac:AdditionalDocumentReference")) {
    const names = sel(doc, "cac:Attachment/cbc:EmbeddedDocumentBinaryObject").flatMap((b) => attr(b, "filename") ?? []);
    if (names.some((n3) => seen.has(n3))) return doc;
    for (const n3 of names) seen.add(n3);
  }
  return true;
}
var MANDATE = "cac:PaymentMeans/cac:PaymentMandate";
var sepa = (el, path) => sel(el, path).some((e) => attr(e, "schemeID") === "SEPA");
var document4 = [
  must("BR-DE-1", given5("cac:PaymentMeans")),
  must("BR-DE-15", nonEmpty2("cbc:BuyerReference")),
  must("BR-DE-16", taxNumberGiven2),
  should("BR-DE-17", (el) => typeIs(el, ...INVOICE_TYPES)),
  must("BR-DE-18", skonto2),
  should("BR-DE-21", (el) => strs(el, "cbc:CustomizationID").some(isXRechnungId)),
  must("BR-DE-22", uniqueNames2),
  should("BR-DE-26", (el) => !typeIs(el, "384") || has(el, "cac:BillingReference/cac:InvoiceDocumentReference")),
  must("BR-DE-30", (el) => lacks(el, MANDATE) || sepa(el, "cac:AccountingSupplierParty/cac:Party/cac:PartyIdentification/cbc:ID") || sepa(el, "cac:PayeeParty/cac:PartyIdentification/cbc:ID")),
  must("BR-DE-31", (el) => lacks(el, MANDATE) || has(el, `${MANDATE}/cac:PayerFinancialAccount/cbc:ID`)),
  inform("BR-DE-TMP-32", (el) => has(el, "cac:Delivery/cbc:ActualDeliveryDate") || has(el, "cac:InvoicePeriod") || lines2(el).every((l) => has(l, "cac:InvoicePeriod")))
];
var paidBy2 = (...codes) => (el) => codes.includes(norm(el, "cbc:PaymentMeansCode"));
var none = (...paths) => (el) => paths.every((p) => lacks(el, p));
var germany2 = {
  name: "xrechnung-ubl",
  contexts: [
    at(ROOT4, document4),
    at(rooted("cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference"), [should("BR-TMP-2", (el) => isUrl(str(el, "cbc:URI")))]),
    at(rooted("cac:AccountingSupplierParty"), [must("BR-DE-2", given5("cac:Party/cac:Contact"))]),
    at(rooted("cac:AccountingSupplierParty/cac:Party/cac:PostalAddress"), [
      must("BR-DE-3", nonEmpty2("cbc:CityName")),
      must("BR-DE-4", nonEmpty2("cbc:PostalZone"))
    ]),
    at(rooted("cac:AccountingSupplierParty/cac:Party/cac:Contact"), [
      must("BR-DE-5", nonEmpty2("cbc:Name")),
      must("BR-DE-6", nonEmpty2("cbc:Telephone")),
      must("BR-DE-7", nonEmpty2("cbc:ElectronicMail")),
      should("BR-DE-27", (el) => hasThreeDigits(norm(el, "cbc:Telephone"))),
      should("BR-DE-28", (el) => isEmail(norm(el, "cbc:ElectronicMail")))
    ]),
    at(rooted("cac:AccountingCustomerParty/cac:Party/cac:PostalAddress"), [
      must("BR-DE-8", nonEmpty2("cbc:CityName")),
      must("BR-DE-9", nonEmpty2("cbc:PostalZone"))
    ]),
    at(rooted("cac:Delivery/cac:DeliveryLocation/cac:Address"), [
      must("BR-DE-10", nonEmpty2("cbc:CityName")),
      must("BR-DE-11", nonEmpty2("cbc:PostalZone"))
    ]),
    at(rooted("cac:PaymentMeans"), [
      should("BR-DE-19", (el) => !paidBy2("58")(el) || isIban(str(el, "cac:PayeeFinancialAccount/cbc:ID"))),
      must("BR-DE-23-a", given5("cac:PayeeFinancialAccount")),
      must("BR-DE-23-b", none("cac:CardAccount", "cac:PaymentMandate"))
    ], paidBy2("30", "58")),
    at(rooted("cac:PaymentMeans"), [
      must("BR-DE-24-a", given5("cac:CardAccount")),
      must("BR-DE-24-b", none("cac:PayeeFinancialAccount", "cac:PaymentMandate"))
    ], paidBy2("48", "54", "55")),
    at(rooted("cac:PaymentMeans"), [
      should("BR-DE-20", (el) => isIban(str(el, "cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID"))),
      must("BR-DE-25-a", given5("cac:PaymentMandate")),
      must("BR-DE-25-b", none("cac:PayeeFinancialAccount", "cac:CardAccount"))
    ], paidBy2("59")),
    at(rooted("cac:TaxTotal/cac:TaxSubtotal"), [must("BR-DE-14", nonEmpty2("cac:TaxCategory/cbc:Percent"))])
  ]
};
function subLinesAddUp(_, doc) {
  const parents = [...sel(doc.root, "cac:InvoiceLine"), ...all(doc, "cac:SubInvoiceLine")].filter((l) => has(l, "cac:SubInvoiceLine"));
  return parents.find((l) => !same(num(l, "cbc:LineExtensionAmount"), sum(nums(l, "cac:SubInvoiceLine/cbc:LineExtensionAmount")))) ?? true;
}
var oneVatPerSubLine = (_, doc) => all(doc, "cac:SubInvoiceLine").flatMap((l) => sel(l, "cac:Item")).find((item) => count(item, "cac:ClassifiedTaxCategory") !== 1) ?? true;
function dueWithThirdParties(el) {
  const third = filled(el, "../cac:PrepaidPayment/cbc:PaidAmount") ? sum(nums(el, "../cac:PrepaidPayment/cbc:PaidAmount")) : void 0;
  const rounding = num(el, "cbc:PayableRoundingAmount");
  const prepaid = num(el, "cbc:PrepaidAmount");
  const payable = num(el, "cbc:PayableAmount");
  let expected = num(el, "cbc:TaxInclusiveAmount");
  if (prepaid) expected = minus(expected, prepaid);
  if (third) expected = plus(expected, third);
  return same(cent(rounding ? minus(payable, rounding) : payable), cent(expected));
}
var extended2 = (el, doc) => inExtension2(doc) && carries("schemeID")(el);
var icd2 = coded("schemeID", ICD_EXTENDED);
var sepaScheme = (el) => coded("schemeID", "SEPA")(el) && (within(el, "cac:AccountingSupplierParty") || within(el, "cac:PayeeParty"));
var extension2 = {
  name: "xrechnung-ubl-extension",
  contexts: [
    at("cbc:EmbeddedDocumentBinaryObject", [must("BR-DEX-01", mimeCode(true))], (_, doc) => inExtension2(doc)),
    at("/ubl:Invoice", [should("BR-DEX-02", subLinesAddUp), must("BR-DEX-03", oneVatPerSubLine)], (_, doc) => inExtension2(doc)),
    at("cac:LegalMonetaryTotal", [must("BR-DEX-09", dueWithThirdParties)], (_, doc) => inExtension2(doc)),
    at("cac:PartyIdentification/cbc:ID", [must("BR-DEX-04", (el) => icd2(el) || sepaScheme(el))], extended2),
    at("cac:PartyLegalEntity/cbc:CompanyID", [must("BR-DEX-05", icd2)], extended2),
    at("cac:StandardItemIdentification/cbc:ID", [must("BR-DEX-06", icd2)], extended2),
    at("cbc:EndpointID", [must("BR-DEX-07", coded("schemeID", EAS_EXTENDED))], extended2),
    at("cac:DeliveryLocation/cbc:ID", [must("BR-DEX-08", icd2)], extended2),
    at("/ubl:Invoice/cac:PrepaidPayment", [
      must("BR-DEX-10", nonEmpty2("cbc:ID")),
      must("BR-DEX-11", nonEmpty2("cbc:PaidAmount")),
      must("BR-DEX-12", nonEmpty2("cbc:InstructionID")),
      must("BR-DEX-13", (el) => twoPlaces(str(el, "cbc:PaidAmount"))),
      must("BR-DEX-14", (el) => overlap(sel(el, "cbc:PaidAmount").flatMap((a) => attr(a, "currencyID") ?? []), strs(el, "../cbc:DocumentCurrencyCode")))
    ], (_, doc) => inExtension2(doc))
  ]
};
var ofLines = (path) => `/ubl:Invoice/cac:InvoiceLine/${path} /cn:CreditNote/cac:CreditNoteLine/${path}`;
var cvdClasses2 = (item) => sel(item, "cac:CommodityClassification/cbc:ItemClassificationCode").filter((c) => attr(c, "listID") === "CVD");
var cvaProperties2 = (item) => sel(item, "cac:AdditionalItemProperty").filter((p) => is(p, "cbc:Name", "cva"));
var vehicle2 = (_, doc) => inCvd(doc);
var cvd2 = {
  name: "xrechnung-ubl-cvd",
  contexts: [
    at(ROOT4, [
      must("BR-DE-CVD-02", nonEmpty2("cac:OriginatorDocumentReference/cbc:ID")),
      must("BR-DE-CVD-01", nonEmpty2("cac:ContractDocumentReference/cbc:ID")),
      must("BR-DE-CVD-03", (el) => lines2(el).flatMap((l) => sel(l, "cac:Item")).some((i) => cvdClasses2(i).length > 0 && cvaProperties2(i).length > 0))
    ], vehicle2),
    at(ofLines("cac:Item"), [
      must("BR-DE-CVD-06-a", (el) => cvdClasses2(el).length === 0 || cvaProperties2(el).length === 1),
      must("BR-DE-CVD-06-b", (el) => cvaProperties2(el).length === 0 || cvdClasses2(el).length === 1)
    ], vehicle2),
    at(ofLines("cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode"), [
      must("BR-TMP-CVD-01", coded("listID", CVD_CLASS_SCHEMES)),
      must("BR-DE-CVD-04", (el) => normalizeSpace(attr(el, "listID") ?? "") !== "CVD" || inList(VEHICLE_CATEGORIES, trimmed(el)))
    ], vehicle2),
    at(
      ofLines("cac:Item/cac:AdditionalItemProperty"),
      [must("BR-DE-CVD-05", (el) => isNorm(el, "cbc:Value", ...VEHICLE_KINDS.split(" ")))],
      (el, doc) => inCvd(doc) && is(el, "cbc:Name", "cva")
    )
  ]
};
var xrechnungUbl = [germany2, extension2, cvd2];

// src/modules/finanzen/rechnungspruefung/rules/index.ts
var CORE2 = {
  UBL: [ublModel, ublSyntax, ublCodes],
  CII: [ciiModel, ciiSyntax, ciiCodes]
};
var GERMAN = {
  UBL: [...xrechnungUbl, ...peppolUbl],
  CII: [...xrechnungCii, ...peppolCii]
};
var programs = /* @__PURE__ */ new Map();
function programFor(family, xrechnung) {
  const key = `${family} ${xrechnung}`;
  let program = programs.get(key);
  if (!program) {
    program = compile(xrechnung ? [...CORE2[family], ...GERMAN[family]] : CORE2[family]);
    programs.set(key, program);
  }
  return program;
}

// src/modules/finanzen/rechnungspruefung/texts/core.ts
var CORE_TEXTS = [
  ["BR-01", "BT-24", "Die Kennung der Spezifikation fehlt. Tragen Sie ein, nach welchem Standard die Rechnung erstellt ist, zum Beispiel die Kennung von XRechnung 3.0.", "The specification identifier is missing. State the standard the invoice follows, for example that of XRechnung 3.0."],
  ["BR-02", "BT-1", "Die Rechnungsnummer fehlt. Jede Rechnung braucht eine eindeutige Nummer.", "The invoice number is missing. Every invoice needs a unique number."],
  ["BR-03", "BT-2", "Das Rechnungsdatum fehlt.", "The invoice issue date is missing."],
  ["BR-04", "BT-3", "Die Art der Rechnung fehlt. Geben Sie den Code an, zum Beispiel 380 f\xFCr eine Rechnung oder 381 f\xFCr eine Gutschrift.", "The invoice type is missing. Give its code, for example 380 for an invoice or 381 for a credit note."],
  ["BR-05", "BT-5", "Die W\xE4hrung der Rechnung fehlt. Geben Sie den Code an, zum Beispiel EUR.", "The invoice currency is missing. Give its code, for example EUR."],
  ["BR-06", "BT-27", "Der Name des Verk\xE4ufers fehlt.", "The name of the seller is missing."],
  ["BR-07", "BT-44", "Der Name des K\xE4ufers fehlt. Tragen Sie die Stelle ein, die die Rechnung bezahlen soll.", "The name of the buyer is missing. Enter the body that is to pay the invoice."],
  ["BR-08", "BG-5", "Die Anschrift des Verk\xE4ufers fehlt.", "The postal address of the seller is missing."],
  ["BR-09", "BT-40", "In der Anschrift des Verk\xE4ufers fehlt der L\xE4ndercode, zum Beispiel DE.", "The country code is missing in the address of the seller, for example DE."],
  ["BR-10", "BG-8", "Die Anschrift des K\xE4ufers fehlt.", "The postal address of the buyer is missing."],
  ["BR-11", "BT-55", "In der Anschrift des K\xE4ufers fehlt der L\xE4ndercode, zum Beispiel DE.", "The country code is missing in the address of the buyer, for example DE."],
  ["BR-12", "BT-106", "Die Summe der Nettobetr\xE4ge aller Positionen fehlt.", "The sum of all line net amounts is missing."],
  ["BR-13", "BT-109", "Der Gesamtbetrag ohne Umsatzsteuer fehlt.", "The total amount without VAT is missing."],
  ["BR-14", "BT-112", "Der Gesamtbetrag mit Umsatzsteuer fehlt.", "The total amount with VAT is missing."],
  ["BR-15", "BT-115", "Der f\xE4llige Zahlbetrag fehlt.", "The amount due for payment is missing."],
  ["BR-16", "BG-25", "Die Rechnung hat keine Position. Sie braucht mindestens eine.", "The invoice has no line. It needs at least one."],
  ["BR-17", "BT-59", "Der Zahlungsempf\xE4nger braucht einen Namen und muss ein anderer sein als der Verk\xE4ufer. Ist er derselbe, lassen Sie die Angabe weg.", "The payee needs a name and must be someone else than the seller. If they are the same, leave the payee out."],
  ["BR-18", "BT-62", "Der Name des Steuervertreters fehlt.", "The name of the tax representative is missing."],
  ["BR-19", "BG-12", "Die Anschrift des Steuervertreters fehlt.", "The postal address of the tax representative is missing."],
  ["BR-20", "BT-69", "In der Anschrift des Steuervertreters fehlt der L\xE4ndercode.", "The country code is missing in the address of the tax representative."],
  ["BR-21", "BT-126", "Eine Position hat keine Nummer. Nummerieren Sie alle Positionen.", "A line has no identifier. Number all lines."],
  ["BR-22", "BT-129", "In einer Position fehlt die Menge.", "The quantity is missing in a line."],
  ["BR-23", "BT-130", "In einer Position fehlt die Einheit der Menge, zum Beispiel C62 f\xFCr St\xFCck oder HUR f\xFCr Stunde.", "The unit of the quantity is missing in a line, for example C62 for one or HUR for hour."],
  ["BR-24", "BT-131", "In einer Position fehlt der Nettobetrag.", "The net amount is missing in a line."],
  ["BR-25", "BT-153", "In einer Position fehlt die Bezeichnung der Ware oder Leistung.", "The name of the item or service is missing in a line."],
  ["BR-26", "BT-146", "In einer Position fehlt der Nettopreis.", "The net price is missing in a line."],
  ["BR-27", "BT-146", "Der Nettopreis einer Position ist negativ. Geben Sie bei Abz\xFCgen stattdessen die Menge negativ an.", "The net price of a line is negative. For deductions give a negative quantity instead."],
  ["BR-28", "BT-148", "Der Bruttopreis einer Position ist negativ.", "The gross price of a line is negative."],
  ["BR-29", "BT-73, BT-74", "Der Abrechnungszeitraum endet, bevor er beginnt.", "The invoicing period ends before it starts."],
  ["BR-30", "BT-134, BT-135", "Der Zeitraum einer Position endet, bevor er beginnt.", "The period of a line ends before it starts."],
  ["BR-31", "BT-92", "Bei einem Nachlass auf die Rechnung fehlt der Betrag.", "The amount of a document level allowance is missing."],
  ["BR-32", "BT-95", "Bei einem Nachlass auf die Rechnung fehlt die Umsatzsteuerkategorie.", "The VAT category of a document level allowance is missing."],
  ["BR-33", "BT-97, BT-98", "Bei einem Nachlass auf die Rechnung fehlt der Grund (als Text oder Code).", "The reason of a document level allowance is missing (text or code)."],
  ["BR-36", "BT-99", "Bei einem Zuschlag auf die Rechnung fehlt der Betrag.", "The amount of a document level charge is missing."],
  ["BR-37", "BT-102", "Bei einem Zuschlag auf die Rechnung fehlt die Umsatzsteuerkategorie.", "The VAT category of a document level charge is missing."],
  ["BR-38", "BT-104, BT-105", "Bei einem Zuschlag auf die Rechnung fehlt der Grund (als Text oder Code).", "The reason of a document level charge is missing (text or code)."],
  ["BR-41", "BT-136", "Bei einem Nachlass auf eine Position fehlt der Betrag.", "The amount of a line allowance is missing."],
  ["BR-42", "BT-139, BT-140", "Bei einem Nachlass auf eine Position fehlt der Grund (als Text oder Code).", "The reason of a line allowance is missing (text or code)."],
  ["BR-43", "BT-141", "Bei einem Zuschlag auf eine Position fehlt der Betrag.", "The amount of a line charge is missing."],
  ["BR-44", "BT-144, BT-145", "Bei einem Zuschlag auf eine Position fehlt der Grund (als Text oder Code).", "The reason of a line charge is missing (text or code)."],
  ["BR-45", "BT-116", "In der Umsatzsteueraufstellung fehlt der zu versteuernde Betrag.", "The taxable amount is missing in the VAT breakdown."],
  ["BR-46", "BT-117", "In der Umsatzsteueraufstellung fehlt der Steuerbetrag.", "The tax amount is missing in the VAT breakdown."],
  ["BR-47", "BT-118", "In der Umsatzsteueraufstellung fehlt die Steuerkategorie.", "The VAT category is missing in the VAT breakdown."],
  ["BR-48", "BT-119", "In der Umsatzsteueraufstellung fehlt der Steuersatz. Nur bei \u201Enicht steuerbar\u201C (O) entf\xE4llt er.", 'The VAT rate is missing in the VAT breakdown. Only "not subject to VAT" (O) goes without.'],
  ["BR-49", "BT-81", "Der Code der Zahlungsart fehlt, zum Beispiel 58 f\xFCr SEPA-\xDCberweisung.", "The payment means code is missing, for example 58 for SEPA credit transfer."],
  ["BR-50", "BT-84", "Bei einer \xDCberweisung fehlt die Kontonummer (IBAN).", "The account number (IBAN) is missing for a credit transfer."],
  ["BR-51", "BT-87", "Die Kartennummer ist zu lang. Aus Sicherheitsgr\xFCnden d\xFCrfen h\xF6chstens die ersten 6 und die letzten 4 Ziffern \xFCbermittelt werden.", "The card number is too long. For security send at most the first 6 and the last 4 digits."],
  ["BR-52", "BT-122", "Bei einer Anlage fehlt die Kennung des Dokuments.", "The identifier of a supporting document is missing."],
  ["BR-53", "BT-111", "Die Rechnung nennt eine eigene W\xE4hrung f\xFCr die Umsatzsteuer. Dann muss auch der Umsatzsteuerbetrag in dieser W\xE4hrung angegeben sein.", "The invoice names a VAT accounting currency. Then the total VAT amount must be given in that currency as well."],
  ["BR-54", "BT-160, BT-161", "Eine Artikeleigenschaft braucht einen Namen und einen Wert.", "An item attribute needs a name and a value."],
  ["BR-55", "BT-25", "Beim Verweis auf eine fr\xFChere Rechnung fehlt deren Nummer.", "The number is missing in the reference to a preceding invoice."],
  ["BR-56", "BT-63", "Beim Steuervertreter fehlt die Umsatzsteuer-Identifikationsnummer.", "The VAT identifier of the tax representative is missing."],
  ["BR-57", "BT-80", "In der Lieferanschrift fehlt der L\xE4ndercode.", "The country code is missing in the delivery address."],
  ["BR-61", "BT-84", "Bei einer \xDCberweisung (Code 30 oder 58) fehlt das Konto, auf das gezahlt werden soll.", "The account to be paid is missing for a credit transfer (code 30 or 58)."],
  ["BR-62", "BT-34", "Bei der elektronischen Adresse des Verk\xE4ufers fehlt das Schema, zum Beispiel EM f\xFCr E-Mail.", "The scheme is missing at the electronic address of the seller, for example EM for e-mail."],
  ["BR-63", "BT-49", "Bei der elektronischen Adresse des K\xE4ufers fehlt das Schema, zum Beispiel 0204 f\xFCr die Leitweg-ID.", "The scheme is missing at the electronic address of the buyer, for example 0204 for the Leitweg-ID."],
  ["BR-64", "BT-157", "Bei der Standardkennung eines Artikels fehlt das Schema, zum Beispiel 0160 f\xFCr GTIN.", "The scheme is missing at the standard identifier of an item, for example 0160 for GTIN."],
  ["BR-65", "BT-158", "Bei der Klassifikation eines Artikels fehlt das Schema, zum Beispiel STI oder MP (CPV).", "The scheme is missing at the classification of an item, for example STI or MP (CPV)."],
  ["BR-CO-03", "BT-7, BT-8", "Datum und Code des Steuerzeitpunkts schlie\xDFen sich aus. Geben Sie nur eines von beiden an.", "Tax point date and tax point date code exclude each other. Give only one of them."],
  ["BR-CO-04", "BT-151", "In einer Position fehlt die Umsatzsteuerkategorie.", "The VAT category of a line is missing."],
  ["BR-CO-05", "BT-97, BT-98", "Text und Code des Nachlassgrundes m\xFCssen dasselbe meinen.", "Text and code of an allowance reason must mean the same."],
  ["BR-CO-06", "BT-104, BT-105", "Text und Code des Zuschlagsgrundes m\xFCssen dasselbe meinen.", "Text and code of a charge reason must mean the same."],
  ["BR-CO-07", "BT-139, BT-140", "Text und Code des Nachlassgrundes einer Position m\xFCssen dasselbe meinen.", "Text and code of a line allowance reason must mean the same."],
  ["BR-CO-08", "BT-144, BT-145", "Text und Code des Zuschlagsgrundes einer Position m\xFCssen dasselbe meinen.", "Text and code of a line charge reason must mean the same."],
  ["BR-CO-09", "BT-31, BT-48, BT-63", "Eine Umsatzsteuer-Identifikationsnummer muss mit dem L\xE4ndercode beginnen, zum Beispiel DE123456789.", "A VAT identifier must start with the country code, for example DE123456789."],
  ["BR-CO-10", "BT-106", "Die Summe der Positionen stimmt nicht: Sie muss genau der Summe der Nettobetr\xE4ge aller Positionen entsprechen.", "The sum of lines is wrong: it must be exactly the sum of all line net amounts."],
  ["BR-CO-11", "BT-107", "Die Summe der Nachl\xE4sse stimmt nicht mit den einzelnen Nachl\xE4ssen \xFCberein.", "The sum of allowances does not equal the single document level allowances."],
  ["BR-CO-12", "BT-108", "Die Summe der Zuschl\xE4ge stimmt nicht mit den einzelnen Zuschl\xE4gen \xFCberein.", "The sum of charges does not equal the single document level charges."],
  ["BR-CO-13", "BT-109", "Der Gesamtbetrag ohne Umsatzsteuer stimmt nicht: Summe der Positionen minus Nachl\xE4sse plus Zuschl\xE4ge.", "The total without VAT is wrong: sum of lines minus allowances plus charges."],
  ["BR-CO-14", "BT-110", "Der Gesamtbetrag der Umsatzsteuer stimmt nicht mit der Summe der Umsatzsteueraufstellung \xFCberein.", "The total VAT amount does not equal the sum of the VAT breakdown."],
  ["BR-CO-15", "BT-112", "Der Gesamtbetrag mit Umsatzsteuer stimmt nicht: Betrag ohne Umsatzsteuer plus Umsatzsteuer in der Rechnungsw\xE4hrung.", "The total with VAT is wrong: total without VAT plus VAT in the invoice currency."],
  ["BR-CO-16", "BT-115", "Der Zahlbetrag stimmt nicht: Betrag mit Umsatzsteuer minus bereits gezahlter Betrag plus Rundungsbetrag.", "The amount due is wrong: total with VAT minus paid amount plus rounding amount."],
  ["BR-CO-17", "BT-117", "Ein Steuerbetrag in der Umsatzsteueraufstellung stimmt nicht: zu versteuernder Betrag mal Steuersatz, auf Cent gerundet.", "A tax amount in the VAT breakdown is wrong: taxable amount times rate, rounded to cents."],
  ["BR-CO-18", "BG-23", "Die Umsatzsteueraufstellung fehlt. Die Rechnung braucht mindestens einen Eintrag.", "The VAT breakdown is missing. The invoice needs at least one entry."],
  ["BR-CO-19", "BT-73, BT-74", "Der Abrechnungszeitraum ist leer. Geben Sie den Beginn, das Ende oder beides an.", "The invoicing period is empty. Give its start, its end or both."],
  ["BR-CO-20", "BT-134, BT-135", "Der Zeitraum einer Position ist leer. Geben Sie den Beginn, das Ende oder beides an.", "The period of a line is empty. Give its start, its end or both."],
  ["BR-CO-21", "BT-97, BT-98", "Ein Nachlass auf die Rechnung braucht einen Grund: als Text, als Code oder beides.", "A document level allowance needs a reason: text, code or both."],
  ["BR-CO-22", "BT-104, BT-105", "Ein Zuschlag auf die Rechnung braucht einen Grund: als Text, als Code oder beides.", "A document level charge needs a reason: text, code or both."],
  ["BR-CO-23", "BT-139, BT-140", "Ein Nachlass auf eine Position braucht einen Grund: als Text, als Code oder beides.", "A line allowance needs a reason: text, code or both."],
  ["BR-CO-24", "BT-144, BT-145", "Ein Zuschlag auf eine Position braucht einen Grund: als Text, als Code oder beides.", "A line charge needs a reason: text, code or both."],
  ["BR-CO-26", "BT-29, BT-30, BT-31", "Der Verk\xE4ufer ist nicht eindeutig benannt. Geben Sie eine Kennung, die Registernummer oder die Umsatzsteuer-Identifikationsnummer an.", "The seller is not identified. Give an identifier, the registration number or the VAT identifier."]
];
var PLACES = [
  ["BR-DEC-01", "BT-92", "Nachlassbetrag auf die Rechnung", "document level allowance amount"],
  ["BR-DEC-02", "BT-93", "Grundbetrag des Nachlasses auf die Rechnung", "base amount of a document level allowance"],
  ["BR-DEC-05", "BT-99", "Zuschlagsbetrag auf die Rechnung", "document level charge amount"],
  ["BR-DEC-06", "BT-100", "Grundbetrag des Zuschlags auf die Rechnung", "base amount of a document level charge"],
  ["BR-DEC-09", "BT-106", "Summe der Positionen", "sum of lines"],
  ["BR-DEC-10", "BT-107", "Summe der Nachl\xE4sse", "sum of allowances"],
  ["BR-DEC-11", "BT-108", "Summe der Zuschl\xE4ge", "sum of charges"],
  ["BR-DEC-12", "BT-109", "Gesamtbetrag ohne Umsatzsteuer", "total without VAT"],
  ["BR-DEC-13", "BT-110", "Gesamtbetrag der Umsatzsteuer", "total VAT amount"],
  ["BR-DEC-14", "BT-112", "Gesamtbetrag mit Umsatzsteuer", "total with VAT"],
  ["BR-DEC-15", "BT-111", "Umsatzsteuerbetrag in der Buchungsw\xE4hrung", "VAT amount in the accounting currency"],
  ["BR-DEC-16", "BT-113", "bereits gezahlter Betrag", "paid amount"],
  ["BR-DEC-17", "BT-114", "Rundungsbetrag", "rounding amount"],
  ["BR-DEC-18", "BT-115", "Zahlbetrag", "amount due"],
  ["BR-DEC-19", "BT-116", "zu versteuernder Betrag", "taxable amount"],
  ["BR-DEC-20", "BT-117", "Steuerbetrag", "VAT category tax amount"],
  ["BR-DEC-23", "BT-131", "Nettobetrag einer Position", "line net amount"],
  ["BR-DEC-24", "BT-136", "Nachlassbetrag einer Position", "line allowance amount"],
  ["BR-DEC-25", "BT-137", "Grundbetrag des Nachlasses einer Position", "base amount of a line allowance"],
  ["BR-DEC-27", "BT-141", "Zuschlagsbetrag einer Position", "line charge amount"],
  ["BR-DEC-28", "BT-142", "Grundbetrag des Zuschlags einer Position", "base amount of a line charge"],
  ["UBL-DT-01", "", "Betrag", "amount"]
];
var CODES2 = [
  ["BR-CL-01", "BT-3", "Art der Rechnung (UNTDID 1001)", "invoice type (UNTDID 1001)"],
  ["BR-CL-03", "", "W\xE4hrung eines Betrags (ISO 4217)", "currency of an amount (ISO 4217)"],
  ["BR-CL-04", "BT-5", "W\xE4hrung der Rechnung (ISO 4217)", "invoice currency (ISO 4217)"],
  ["BR-CL-05", "BT-6", "Buchungsw\xE4hrung der Umsatzsteuer (ISO 4217)", "VAT accounting currency (ISO 4217)"],
  ["BR-CL-06", "BT-8", "Steuerzeitpunkt (UNTDID 2005 oder 2475)", "tax point date (UNTDID 2005 or 2475)"],
  ["BR-CL-07", "BT-18, BT-128", "Schema des abgerechneten Objekts (UNTDID 1153)", "scheme of the invoiced object (UNTDID 1153)"],
  ["BR-CL-08", "BT-21", "Betreff einer Bemerkung (UNTDID 4451)", "subject of a note (UNTDID 4451)"],
  ["BR-CL-10", "BT-29, BT-46, BT-60", "Schema einer Kennung (ISO 6523)", "scheme of an identifier (ISO 6523)"],
  ["BR-CL-11", "BT-30, BT-47, BT-61", "Schema einer Registernummer (ISO 6523)", "scheme of a registration number (ISO 6523)"],
  ["BR-CL-13", "BT-158", "Schema der Artikelklassifikation (UNTDID 7143)", "scheme of the item classification (UNTDID 7143)"],
  ["BR-CL-14", "BT-40, BT-55, BT-69, BT-80", "Land (ISO 3166-1)", "country (ISO 3166-1)"],
  ["BR-CL-15", "BT-159", "Ursprungsland eines Artikels (ISO 3166-1)", "country of origin (ISO 3166-1)"],
  ["BR-CL-16", "BT-81", "Zahlungsart (UNTDID 4461)", "payment means (UNTDID 4461)"],
  ["BR-CL-17", "BT-95, BT-102, BT-118", "Umsatzsteuerkategorie (UNTDID 5305)", "VAT category (UNTDID 5305)"],
  ["BR-CL-18", "BT-151", "Umsatzsteuerkategorie einer Position (UNTDID 5305)", "VAT category of a line (UNTDID 5305)"],
  ["BR-CL-19", "BT-98, BT-140", "Grund eines Nachlasses (UNTDID 5189)", "allowance reason (UNTDID 5189)"],
  ["BR-CL-20", "BT-105, BT-145", "Grund eines Zuschlags (UNTDID 7161)", "charge reason (UNTDID 7161)"],
  ["BR-CL-21", "BT-157", "Schema der Standardkennung eines Artikels (ISO 6523)", "scheme of the item standard identifier (ISO 6523)"],
  ["BR-CL-22", "BT-121", "Grund der Steuerbefreiung (VATEX)", "VAT exemption reason (VATEX)"],
  ["BR-CL-23", "BT-130, BT-150", "Einheit (UN/ECE Empfehlungen 20 und 21)", "unit of measure (UN/ECE recommendations 20 and 21)"],
  ["BR-CL-24", "BT-125", "Dateityp einer Anlage (PDF, PNG, JPEG, CSV, Excel, OpenDocument)", "file type of an attachment (PDF, PNG, JPEG, CSV, Excel, OpenDocument)"],
  ["BR-CL-25", "BT-34, BT-49", "Schema einer elektronischen Adresse (EAS)", "scheme of an electronic address (EAS)"],
  ["BR-CL-26", "BT-71", "Schema des Lieferorts (ISO 6523)", "scheme of the delivery location (ISO 6523)"]
];

// src/modules/finanzen/rechnungspruefung/texts/germany.ts
var GERMAN_TEXTS = [
  ["BR-DE-1", "BG-16", "Die Zahlungsangaben fehlen. Geben Sie an, wie gezahlt werden soll, zum Beispiel per SEPA-\xDCberweisung mit IBAN.", "The payment instructions are missing. Say how to pay, for example by SEPA credit transfer with IBAN."],
  ["BR-DE-2", "BG-6", "Die Kontaktangaben des Verk\xE4ufers fehlen (Ansprechperson, Telefon, E-Mail).", "The contact of the seller is missing (contact point, telephone, e-mail)."],
  ["BR-DE-3", "BT-37", "In der Anschrift des Verk\xE4ufers fehlt der Ort.", "The city is missing in the address of the seller."],
  ["BR-DE-4", "BT-38", "In der Anschrift des Verk\xE4ufers fehlt die Postleitzahl.", "The post code is missing in the address of the seller."],
  ["BR-DE-5", "BT-41", "Die Ansprechperson oder Abteilung des Verk\xE4ufers fehlt.", "The contact point of the seller is missing."],
  ["BR-DE-6", "BT-42", "Die Telefonnummer des Verk\xE4ufers fehlt.", "The telephone number of the seller is missing."],
  ["BR-DE-7", "BT-43", "Die E-Mail-Adresse des Verk\xE4ufers fehlt.", "The e-mail address of the seller is missing."],
  ["BR-DE-8", "BT-52", "In der Anschrift des K\xE4ufers fehlt der Ort.", "The city is missing in the address of the buyer."],
  ["BR-DE-9", "BT-53", "In der Anschrift des K\xE4ufers fehlt die Postleitzahl.", "The post code is missing in the address of the buyer."],
  ["BR-DE-10", "BT-77", "In der Lieferanschrift fehlt der Ort.", "The city is missing in the delivery address."],
  ["BR-DE-11", "BT-78", "In der Lieferanschrift fehlt die Postleitzahl.", "The post code is missing in the delivery address."],
  ["BR-DE-14", "BT-119", "In der Umsatzsteueraufstellung fehlt der Steuersatz.", "The VAT rate is missing in the VAT breakdown."],
  ["BR-DE-15", "BT-10", "Die Leitweg-ID fehlt. Sie steht im Feld \u201EK\xE4uferreferenz\u201C; fragen Sie Ihre Auftraggeberin danach.", "The Leitweg-ID is missing. It goes into the buyer reference; ask your customer for it."],
  ["BR-DE-16", "BT-31, BT-32, BG-11", "Der Verk\xE4ufer muss seine Umsatzsteuer-Identifikationsnummer oder Steuernummer angeben, oder einen Steuervertreter benennen.", "The seller must give the VAT identifier or tax number, or name a tax representative."],
  ["BR-DE-17", "BT-3", "Diese Art der Rechnung ist in XRechnung nicht vorgesehen. \xDCblich sind 380 (Rechnung), 381 (Gutschrift), 384 (Korrektur), 389 (Gutschriftsverfahren), 326, 875, 876 und 877 (Teil- und Schlussrechnungen).", "This invoice type is not foreseen in XRechnung. Usual are 380, 381, 384, 389, 326, 875, 876 and 877."],
  ["BR-DE-18", "BT-20", "Die Skonto-Angabe hat nicht die richtige Form. Richtig ist zum Beispiel #SKONTO#TAGE=14#PROZENT=2.00# in einer eigenen Zeile, die mit einem Zeilenumbruch endet.", "The cash discount does not have the right form. Right is for example #SKONTO#TAGE=14#PROZENT=2.00# on a line of its own that ends with a line break."],
  ["BR-DE-19", "BT-84", "Die IBAN des Zahlungsempf\xE4ngers ist nicht g\xFCltig. Pr\xFCfen Sie die Ziffern.", "The IBAN of the payee is not valid. Check its digits."],
  ["BR-DE-20", "BT-91", "Die IBAN, von der abgebucht werden soll, ist nicht g\xFCltig. Pr\xFCfen Sie die Ziffern.", "The IBAN to be debited is not valid. Check its digits."],
  ["BR-DE-21", "BT-24", "Die Kennung der Spezifikation ist nicht die von XRechnung 3.0.", "The specification identifier is not that of XRechnung 3.0."],
  ["BR-DE-22", "BT-125", "Zwei Anlagen haben denselben Dateinamen. Benennen Sie jede Anlage anders.", "Two attachments have the same file name. Name each one differently."],
  ["BR-DE-23-a", "BG-17", "Bei einer \xDCberweisung (Code 30 oder 58) fehlt das Konto des Zahlungsempf\xE4ngers.", "The account of the payee is missing for a credit transfer (code 30 or 58)."],
  ["BR-DE-23-b", "BG-18, BG-19", "Bei einer \xDCberweisung (Code 30 oder 58) d\xFCrfen keine Angaben zu Karte oder Lastschrift stehen.", "A credit transfer (code 30 or 58) must not carry card or direct debit data."],
  ["BR-DE-24-a", "BG-18", "Bei Kartenzahlung (Code 48, 54 oder 55) fehlen die Angaben zur Karte.", "The card data are missing for a card payment (code 48, 54 or 55)."],
  ["BR-DE-24-b", "BG-17, BG-19", "Bei Kartenzahlung (Code 48, 54 oder 55) d\xFCrfen keine Angaben zu \xDCberweisung oder Lastschrift stehen.", "A card payment (code 48, 54 or 55) must not carry credit transfer or direct debit data."],
  ["BR-DE-25-a", "BG-19", "Bei einer Lastschrift (Code 59) fehlen die Angaben zum Mandat.", "The direct debit data are missing for code 59."],
  ["BR-DE-25-b", "BG-17, BG-18", "Bei einer Lastschrift (Code 59) d\xFCrfen keine Angaben zu \xDCberweisung oder Karte stehen.", "A direct debit (code 59) must not carry credit transfer or card data."],
  ["BR-DE-26", "BG-3", "Eine Korrekturrechnung (384) soll die Rechnung nennen, die sie korrigiert.", "A corrected invoice (384) should name the invoice it corrects."],
  ["BR-DE-27", "BT-42", "Die Telefonnummer des Verk\xE4ufers soll mindestens drei Ziffern enthalten.", "The telephone number of the seller should have at least three digits."],
  ["BR-DE-28", "BT-43", "Die E-Mail-Adresse des Verk\xE4ufers hat nicht die richtige Form, zum Beispiel name@firma.de.", "The e-mail address of the seller does not have the right form, for example name@company.de."],
  ["BR-DE-30", "BT-90", "Bei einer Lastschrift fehlt die Gl\xE4ubiger-Identifikationsnummer.", "The creditor identifier is missing for a direct debit."],
  ["BR-DE-31", "BT-91", "Bei einer Lastschrift fehlt das Konto, von dem abgebucht wird.", "The account to be debited is missing for a direct debit."],
  ["BR-DE-TMP-32", "BT-72, BG-14, BG-26", "Es fehlt, wann geliefert oder geleistet wurde. Geben Sie das Lieferdatum, den Abrechnungszeitraum oder in jeder Position einen Zeitraum an.", "It is not stated when the delivery or service took place. Give the delivery date, the invoicing period or a period in every line."],
  ["BR-TMP-2", "BT-124", "Der Verweis auf ein externes Dokument muss eine vollst\xE4ndige Internetadresse sein, zum Beispiel https://\u2026.", "The reference to an external document must be a complete URL, for example https://\u2026."],
  ["BR-TMP-3", "BT-149, BT-150", "Die Basismenge steht beim Brutto- und beim Nettopreis. Beide m\xFCssen in Menge und Einheit gleich sein.", "The base quantity stands at the gross and at the net price. Both must be equal in quantity and unit."],
  ["BR-DEX-01", "BT-125", "Dieser Dateityp ist f\xFCr Anlagen nicht erlaubt. Erlaubt sind PDF, PNG, JPEG, CSV, Excel, OpenDocument und XML.", "This file type is not allowed for attachments. Allowed are PDF, PNG, JPEG, CSV, Excel, OpenDocument and XML."],
  ["BR-DEX-02", "BT-131", "Der Nettobetrag einer Position soll der Summe ihrer Unterpositionen entsprechen.", "The net amount of a line should equal the sum of its sub lines."],
  ["BR-DEX-03", "BG-DEX-06", "Jede Unterposition braucht genau eine Umsatzsteuerangabe.", "Every sub line needs exactly one VAT information."],
  ["BR-DEX-04", "BT-29, BT-46, BT-60", "Das Schema einer Kennung ist nicht in der Liste ISO 6523 (mit XR01 bis XR03).", "The scheme of an identifier is not in the list ISO 6523 (with XR01 to XR03)."],
  ["BR-DEX-05", "BT-30, BT-47, BT-61", "Das Schema einer Registernummer ist nicht in der Liste ISO 6523 (mit XR01 bis XR03).", "The scheme of a registration number is not in the list ISO 6523 (with XR01 to XR03)."],
  ["BR-DEX-06", "BT-157", "Das Schema der Standardkennung eines Artikels ist nicht in der Liste ISO 6523 (mit XR01 bis XR03).", "The scheme of an item standard identifier is not in the list ISO 6523 (with XR01 to XR03)."],
  ["BR-DEX-07", "BT-34, BT-49", "Das Schema einer elektronischen Adresse ist nicht in der Liste EAS (mit XR01 bis XR03).", "The scheme of an electronic address is not in the list EAS (with XR01 to XR03)."],
  ["BR-DEX-08", "BT-71", "Das Schema des Lieferorts ist nicht in der Liste ISO 6523 (mit XR01 bis XR03).", "The scheme of the delivery location is not in the list ISO 6523 (with XR01 to XR03)."],
  ["BR-DEX-09", "BT-115", "Der Zahlbetrag stimmt nicht: Betrag mit Umsatzsteuer minus bereits gezahlter Betrag plus Rundung plus Zahlungen Dritter.", "The amount due is wrong: total with VAT minus paid amount plus rounding plus third party payments."],
  ["BR-DEX-10", "BT-DEX-001", "Bei einer Zahlung Dritter fehlt die Art.", "The type of a third party payment is missing."],
  ["BR-DEX-11", "BT-DEX-002", "Bei einer Zahlung Dritter fehlt der Betrag.", "The amount of a third party payment is missing."],
  ["BR-DEX-12", "BT-DEX-003", "Bei einer Zahlung Dritter fehlt die Beschreibung.", "The description of a third party payment is missing."],
  ["BR-DEX-13", "BT-DEX-002", "Der Betrag einer Zahlung Dritter darf h\xF6chstens zwei Nachkommastellen haben.", "The amount of a third party payment may have at most two decimal places."],
  ["BR-DEX-14", "BT-DEX-002", "Eine Zahlung Dritter muss in der W\xE4hrung der Rechnung angegeben sein.", "A third party payment must be in the invoice currency."],
  ["BR-DEX-15", "BG-25", "Die Rechnung verwendet Unterpositionen in CII. XRechnung unterst\xFCtzt das nicht.", "The invoice uses sub lines in CII. XRechnung does not support this."],
  ["BR-DE-CVD-01", "BT-12", "Bei Fahrzeugen nach dem SaubFahrzeugBeschG fehlt die Vertragsnummer.", "The contract reference is missing for vehicles under the clean vehicles act."],
  ["BR-DE-CVD-02", "BT-17", "Bei Fahrzeugen nach dem SaubFahrzeugBeschG fehlt die Vergabenummer.", "The tender or lot reference is missing for vehicles under the clean vehicles act."],
  ["BR-DE-CVD-03", "BT-158, BT-160", "Mindestens eine Position muss die Fahrzeugkategorie (Schema CVD) und die Eigenschaft \u201Ecva\u201C nennen.", 'At least one line must name the vehicle category (scheme CVD) and the attribute "cva".'],
  ["BR-DE-CVD-04", "BT-158", "Die Fahrzeugkategorie muss M1, M2, M3, N1, N2 oder N3 sein.", "The vehicle category must be M1, M2, M3, N1, N2 or N3."],
  ["BR-DE-CVD-05", "BT-161", "Der Wert der Eigenschaft \u201Ecva\u201C muss clean, zero-emission oder other sein.", 'The value of the attribute "cva" must be clean, zero-emission or other.'],
  ["BR-DE-CVD-06-a", "BT-160", "Zu einer Fahrzeugkategorie (Schema CVD) geh\xF6rt in derselben Position genau eine Eigenschaft \u201Ecva\u201C.", 'A vehicle category (scheme CVD) needs exactly one attribute "cva" in the same line.'],
  ["BR-DE-CVD-06-b", "BT-158", "Zur Eigenschaft \u201Ecva\u201C geh\xF6rt in derselben Position genau eine Fahrzeugkategorie (Schema CVD).", 'The attribute "cva" needs exactly one vehicle category (scheme CVD) in the same line.'],
  ["BR-TMP-CVD-01", "BT-158", "Das Schema der Artikelklassifikation ist nicht in der Liste UNTDID 7143 (mit CVD).", "The scheme of the item classification is not in the list UNTDID 7143 (with CVD)."],
  ["PEPPOL-EN16931-R001", "BT-23", "Die Kennung des Gesch\xE4ftsprozesses fehlt, zum Beispiel urn:fdc:peppol.eu:2017:poacc:billing:01:1.0.", "The business process is missing, for example urn:fdc:peppol.eu:2017:poacc:billing:01:1.0."],
  ["PEPPOL-EN16931-R005", "BT-6", "Die Buchungsw\xE4hrung der Umsatzsteuer ist dieselbe wie die der Rechnung. Lassen Sie sie dann weg.", "The VAT accounting currency equals the invoice currency. Then leave it out."],
  ["PEPPOL-EN16931-R008", "", "Ein Element ist leer. F\xFCllen Sie es aus oder lassen Sie es weg.", "An element is empty. Fill it in or leave it out."],
  ["PEPPOL-EN16931-R010", "BT-49", "Die elektronische Adresse des K\xE4ufers fehlt.", "The electronic address of the buyer is missing."],
  ["PEPPOL-EN16931-R020", "BT-34", "Die elektronische Adresse des Verk\xE4ufers fehlt.", "The electronic address of the seller is missing."],
  ["PEPPOL-EN16931-R040", "BT-92, BT-99, BT-136, BT-141", "Der Betrag eines Nachlasses oder Zuschlags stimmt nicht: Grundbetrag mal Prozentsatz.", "The amount of an allowance or charge is wrong: base amount times percentage."],
  ["PEPPOL-EN16931-R041", "BT-93, BT-100, BT-137, BT-142", "Bei einem Nachlass oder Zuschlag mit Prozentsatz fehlt der Grundbetrag.", "The base amount is missing at an allowance or charge with a percentage."],
  ["PEPPOL-EN16931-R042", "BT-94, BT-101, BT-138, BT-143", "Bei einem Nachlass oder Zuschlag mit Grundbetrag fehlt der Prozentsatz.", "The percentage is missing at an allowance or charge with a base amount."],
  ["PEPPOL-EN16931-R043", "", "Ob etwas ein Nachlass oder ein Zuschlag ist, muss mit false oder true angegeben sein.", "Whether something is an allowance or a charge must be given as false or true."],
  ["PEPPOL-EN16931-R044", "BT-147", "Beim Preis ist nur ein Nachlass erlaubt, kein Zuschlag.", "At the price only an allowance is permitted, no charge."],
  ["PEPPOL-EN16931-R046", "BT-146", "Der Nettopreis stimmt nicht: Bruttopreis minus Nachlass.", "The net price is wrong: gross price minus discount."],
  ["PEPPOL-EN16931-R053", "BT-110", "Die Umsatzsteuer in der Rechnungsw\xE4hrung darf nur einmal angegeben sein.", "The VAT total in the invoice currency may be given only once."],
  ["PEPPOL-EN16931-R054", "BT-111", "Die Umsatzsteuer in der Buchungsw\xE4hrung muss genau einmal stehen, wenn diese W\xE4hrung angegeben ist, sonst gar nicht.", "The VAT total in the accounting currency must be given once if that currency is named, otherwise not at all."],
  ["PEPPOL-EN16931-R055", "BT-110, BT-111", "Die Umsatzsteuer in beiden W\xE4hrungen muss dasselbe Vorzeichen haben.", "The VAT totals in both currencies must have the same sign."],
  ["PEPPOL-EN16931-R061", "BT-89", "Bei einer Lastschrift fehlt die Mandatsreferenz.", "The mandate reference is missing for a direct debit."],
  ["PEPPOL-EN16931-R101", "BT-128", "Ein Dokumentverweis in einer Position darf nur das abgerechnete Objekt nennen (Code 130).", "A document reference in a line may only name the invoiced object (code 130)."],
  ["PEPPOL-EN16931-R110", "BT-134", "Der Zeitraum einer Position beginnt vor dem Abrechnungszeitraum.", "The period of a line starts before the invoicing period."],
  ["PEPPOL-EN16931-R111", "BT-135", "Der Zeitraum einer Position endet nach dem Abrechnungszeitraum.", "The period of a line ends after the invoicing period."],
  ["PEPPOL-EN16931-R120", "BT-131", "Der Nettobetrag einer Position stimmt nicht: Menge mal Preis (je Basismenge) plus Zuschl\xE4ge minus Nachl\xE4sse.", "The net amount of a line is wrong: quantity times price (per base quantity) plus charges minus allowances."],
  ["PEPPOL-EN16931-R121", "BT-149", "Die Basismenge des Preises muss gr\xF6\xDFer als 0 sein.", "The base quantity of the price must be greater than 0."],
  ["PEPPOL-EN16931-R130", "BT-150", "Die Einheit der Basismenge muss dieselbe sein wie die der berechneten Menge.", "The unit of the base quantity must be that of the invoiced quantity."]
];

// src/modules/finanzen/rechnungspruefung/texts/syntax.ts
var SYNTAX_TEXTS = [
  ["UBL-SR-04", "BT-18", "Die Rechnung darf nur ein abgerechnetes Objekt nennen (Code 130).", "Only one invoiced object may be named (code 130)."],
  ["UBL-SR-07", "BT-25", "Beim Verweis auf eine fr\xFChere Rechnung fehlt deren Nummer.", "The number is missing in the reference to a preceding invoice."],
  ["UBL-SR-19", "BT-59", "Der Zahlungsempf\xE4nger darf nur einen Namen haben und muss ein anderer sein als der Verk\xE4ufer.", "The payee may have only one name and must be someone else than the seller."],
  ["UBL-SR-20", "BT-60", "Der Zahlungsempf\xE4nger darf nur eine Kennung haben und muss ein anderer sein als der Verk\xE4ufer.", "The payee may have only one identifier and must be someone else than the seller."],
  ["UBL-SR-21", "BT-61", "Der Zahlungsempf\xE4nger darf nur eine Registernummer haben und muss ein anderer sein als der Verk\xE4ufer.", "The payee may have only one registration number and must be someone else than the seller."],
  ["UBL-SR-42", "BT-31, BT-32", "Der Verk\xE4ufer darf h\xF6chstens zwei Steuernummern angeben.", "The seller may give at most two tax numbers."],
  ["UBL-SR-43", "BT-18, BT-122", "Eine Anlage darf kein Schema und keinen Dokumenttyp tragen, au\xDFer beim abgerechneten Objekt (130) oder bei Projekten in Gutschriften (50).", "A supporting document must carry no scheme and no type, except for the invoiced object (130) or projects in credit notes (50)."],
  ["UBL-SR-44", "BT-83", "Alle Verwendungszwecke m\xFCssen gleich sein.", "All remittance texts must be equal."],
  ["UBL-SR-47", "BT-81", "Alle Zahlungsarten m\xFCssen denselben Code haben.", "All payment means must have the same code."],
  ["UBL-SR-48", "BG-30", "Eine Position braucht genau eine Umsatzsteuerangabe.", "A line needs exactly one VAT information."],
  ["UBL-SR-53", "BT-31, BT-32", "Eine Steuernummer braucht die Nummer und das Steuerschema.", "A tax number needs the number and the tax scheme."],
  ["UBL-CR-002", "", "Ist die UBL-Version angegeben, muss sie 2.1 sein.", "If the UBL version is given it must be 2.1."],
  ["UBL-DT-06", "BT-125", "Bei einer Anlage fehlt der Dateityp (Attribut mimeCode).", "The file type of an attachment is missing (attribute mimeCode)."],
  ["UBL-DT-07", "BT-125", "Bei einer Anlage fehlt der Dateiname (Attribut filename).", "The file name of an attachment is missing (attribute filename)."],
  ["CII-SR-009", "BT-24", "Die Angabe zur Spezifikation muss genau einmal vorkommen.", "The specification must be given exactly once."],
  ["CII-SR-010", "BT-24", "Die Kennung der Spezifikation muss genau einmal vorkommen.", "The specification identifier must be given exactly once."],
  ["CII-SR-014", "BT-3", "Die Art der Rechnung muss genau einmal angegeben sein.", "The invoice type must be given exactly once."],
  ["CII-SR-046", "BT-157", "Bei der Standardkennung eines Artikels fehlt das Schema.", "The scheme of an item standard identifier is missing."],
  ["CII-SR-069", "BT-160", "Eine Artikeleigenschaft braucht genau einen Namen.", "An item attribute needs exactly one name."],
  ["CII-SR-072", "BT-161", "Eine Artikeleigenschaft braucht genau einen Wert.", "An item attribute needs exactly one value."],
  ["CII-SR-090", "BT-159", "Das Ursprungsland eines Artikels braucht genau einen L\xE4ndercode.", "The country of origin needs exactly one country code."],
  ["CII-SR-119", "BT-147", "Ein Nachlass auf den Preis braucht das Kennzeichen false und einen Betrag.", "A price discount needs the indicator false and an amount."],
  ["CII-SR-439", "BT-146", "Eine Position braucht genau einen Nettopreis.", "A line needs exactly one net price."],
  ["CII-SR-449", "BT-71", "F\xFCr den Lieferort darf nur eine Kennung angegeben sein.", "Only one identifier may be given for the delivery location."],
  ["CII-SR-450", "BT-46", "F\xFCr den K\xE4ufer darf nur eine Kennung angegeben sein.", "Only one identifier may be given for the buyer."],
  ["CII-SR-451", "BT-60", "F\xFCr den Zahlungsempf\xE4nger darf nur eine Kennung angegeben sein.", "Only one identifier may be given for the payee."],
  ["CII-SR-454", "BG-30", "Eine Position braucht genau eine Umsatzsteuerangabe.", "A line needs exactly one VAT information."],
  ["CII-SR-462", "BT-8", "Der Code des Steuerzeitpunkts muss \xFCberall derselbe sein.", "The tax point date code must be the same everywhere."],
  ["CII-SR-463", "", "Es fehlt das Kennzeichen, ob es ein Nachlass oder ein Zuschlag ist.", "The indicator whether it is an allowance or a charge is missing."],
  ["CII-SR-465", "BT-41", "Geben Sie beim Verk\xE4ufer die Person oder die Abteilung an, nicht beides.", "Give the person or the department of the seller, not both."],
  ["CII-SR-466", "BT-56", "Geben Sie beim K\xE4ufer die Person oder die Abteilung an, nicht beides.", "Give the person or the department of the buyer, not both."],
  ["CII-SR-467", "BT-81", "Alle Zahlungsarten m\xFCssen denselben Code haben.", "All payment means must have the same code."],
  ["CII-SR-468", "BT-82", "Der Text zur Zahlungsart muss \xFCberall derselbe sein.", "The payment means text must be the same everywhere."],
  ["CII-SR-470", "BT-84", "Bei einer \xDCberweisung (Code 30 oder 58) fehlt das Konto.", "The account is missing for a credit transfer (code 30 or 58)."],
  ["CII-DT-033", "BT-150", "Eine Einheit darf hier nur stehen, wenn auch die berechnete Menge eine hat.", "A unit may stand here only if the invoiced quantity has one too."],
  ["CII-DT-037", "BT-151", "Die Steuerart muss VAT sein.", "The tax type must be VAT."],
  ["CII-DT-097", "", "Das Datum muss die Form JJJJMMTT haben, zum Beispiel 20260331.", "The date must have the form YYYYMMDD, for example 20260331."]
];

// src/modules/finanzen/rechnungspruefung/texts/vat.ts
var SELLER2 = ["muss der Verk\xE4ufer seine Umsatzsteuer-Identifikationsnummer oder Steuernummer angeben, oder ein Steuervertreter seine Umsatzsteuer-Identifikationsnummer", "the seller must give the VAT identifier or tax registration, or a tax representative the VAT identifier"];
var SELLER_VAT = ["muss der Verk\xE4ufer oder sein Steuervertreter die Umsatzsteuer-Identifikationsnummer angeben", "the seller or the tax representative must give the VAT identifier"];
var CATEGORIES2 = [
  { family: "S", code: "S", de: "Regelsteuersatz", en: "standard rated", rate: "positive", reason: false, parties: SELLER2 },
  { family: "Z", code: "Z", de: "Nullsatz", en: "zero rated", rate: "zero", reason: false, parties: SELLER2 },
  { family: "E", code: "E", de: "steuerbefreit", en: "exempt from VAT", rate: "zero", reason: true, parties: SELLER2 },
  { family: "AE", code: "AE", de: "Umkehr der Steuerschuld", en: "reverse charge", rate: "zero", reason: true, parties: [`${SELLER2[0]}, und der K\xE4ufer seine Umsatzsteuer-Identifikationsnummer oder Registernummer`, `${SELLER2[1]}, and the buyer the VAT identifier or registration number`] },
  { family: "IC", code: "K", de: "innergemeinschaftliche Lieferung", en: "intra-community supply", rate: "zero", reason: true, parties: [`${SELLER_VAT[0]}, und der K\xE4ufer seine Umsatzsteuer-Identifikationsnummer`, `${SELLER_VAT[1]}, and the buyer too`] },
  { family: "G", code: "G", de: "Ausfuhr", en: "export outside the EU", rate: "zero", reason: true, parties: SELLER_VAT },
  { family: "O", code: "O", de: "nicht steuerbar", en: "not subject to VAT", rate: "none", reason: true, parties: ["darf weder Verk\xE4ufer noch Steuervertreter noch K\xE4ufer eine Umsatzsteuer-Identifikationsnummer angeben", "neither seller, tax representative nor buyer may give a VAT identifier"] },
  { family: "AF", code: "L", de: "IGIC (Kanarische Inseln)", en: "IGIC (Canary Islands)", rate: "any", reason: false, parties: SELLER2 },
  { family: "AG", code: "M", de: "IPSI (Ceuta und Melilla)", en: "IPSI (Ceuta and Melilla)", rate: "any", reason: false, parties: SELLER2 }
];
var WHERE = [
  ["02", "05", "BT-151", "BT-152", "einer Position", "a line"],
  ["03", "06", "BT-95", "BT-96", "einem Nachlass auf die Rechnung", "a document level allowance"],
  ["04", "07", "BT-102", "BT-103", "einem Zuschlag auf die Rechnung", "a document level charge"]
];
var RATES2 = {
  positive: ["muss der Steuersatz gr\xF6\xDFer als 0 sein", "the VAT rate must be greater than 0"],
  zero: ["muss der Steuersatz 0 sein", "the VAT rate must be 0"],
  any: ["muss der Steuersatz 0 oder gr\xF6\xDFer sein", "the VAT rate must be 0 or greater"],
  none: ["darf kein Steuersatz angegeben sein", "no VAT rate may be given"]
};
function rows(c) {
  const id = (no) => `BR-${c.family}-${no}`;
  const de = `\u201E${c.de}\u201C (${c.code})`;
  const en = `"${c.en}" (${c.code})`;
  const computed = c.rate === "positive" || c.rate === "any";
  return [
    [id("01"), "BG-23", `Die Rechnung verwendet die Steuerkategorie ${de}. Dazu muss es in der Umsatzsteueraufstellung ${computed ? "mindestens einen Eintrag" : "genau einen Eintrag"} geben, und nur dann.`, `The invoice uses the VAT category ${en}. The VAT breakdown must have ${computed ? "at least one entry" : "exactly one entry"} for it, and only then.`],
    ...WHERE.flatMap(([party, rate, bt, rateBt, where, place2]) => [
      [id(party), bt, `Bei ${where} steht die Steuerkategorie ${de}. Dann ${c.parties[0]}.`, `The VAT category ${en} is used in ${place2}. Then ${c.parties[1]}.`],
      [id(rate), rateBt, `Bei ${where} mit der Steuerkategorie ${de} ${RATES2[c.rate][0]}.`, `In ${place2} with the VAT category ${en} ${RATES2[c.rate][1]}.`]
    ]),
    [id("08"), "BT-116", `Der zu versteuernde Betrag der Kategorie ${de} stimmt nicht: Summe ihrer Positionen${computed ? " mit demselben Steuersatz" : ""} minus Nachl\xE4sse plus Zuschl\xE4ge.`, `The taxable amount of the category ${en} is wrong: sum of its lines${computed ? " of the same rate" : ""} minus allowances plus charges.`],
    [id("09"), "BT-117", computed ? `Der Steuerbetrag der Kategorie ${de} stimmt nicht: zu versteuernder Betrag mal Steuersatz.` : `Der Steuerbetrag der Kategorie ${de} muss 0 sein.`, computed ? `The tax amount of the category ${en} is wrong: taxable amount times rate.` : `The tax amount of the category ${en} must be 0.`],
    [id("10"), "BT-120, BT-121", c.reason ? `F\xFCr die Kategorie ${de} fehlt der Grund der Steuerbefreiung (als Text oder Code).` : `F\xFCr die Kategorie ${de} darf kein Grund einer Steuerbefreiung angegeben sein.`, c.reason ? `The exemption reason is missing for the category ${en} (text or code).` : `No exemption reason may be given for the category ${en}.`]
  ];
}
var ALONE = [
  ["11", "BG-23", "einen weiteren Eintrag in der Umsatzsteueraufstellung", "another entry in the VAT breakdown"],
  ["12", "BG-25", "eine Position mit einer anderen Steuerkategorie", "a line of another VAT category"],
  ["13", "BG-20", "einen Nachlass mit einer anderen Steuerkategorie", "an allowance of another VAT category"],
  ["14", "BG-21", "einen Zuschlag mit einer anderen Steuerkategorie", "a charge of another VAT category"]
];
var VAT_TEXTS = [
  ...CATEGORIES2.flatMap(rows),
  ...ALONE.map(([no, bt, de, en]) => [`BR-O-${no}`, bt, `Die Rechnung ist \u201Enicht steuerbar\u201C (O). Dann darf sie nicht ${de} enthalten.`, `The invoice is "not subject to VAT" (O). Then it must not contain ${en}.`]),
  ["BR-IC-11", "BT-72, BG-14", "Bei einer innergemeinschaftlichen Lieferung (K) fehlt das Lieferdatum oder der Abrechnungszeitraum.", "The delivery date or the invoicing period is missing for an intra-community supply (K)."],
  ["BR-IC-12", "BT-80", "Bei einer innergemeinschaftlichen Lieferung (K) fehlt das Land der Lieferung.", "The country of delivery is missing for an intra-community supply (K)."],
  ["BR-B-01", "BT-40, BT-55", "Die Steuerkategorie \u201ESplit Payment\u201C (B) gibt es nur bei Rechnungen innerhalb Italiens.", 'The VAT category "split payment" (B) exists only for invoices within Italy.'],
  ["BR-B-02", "BG-23", "Die Steuerkategorien \u201ESplit Payment\u201C (B) und \u201ERegelsteuersatz\u201C (S) d\xFCrfen nicht in einer Rechnung stehen.", 'The VAT categories "split payment" (B) and "standard rated" (S) must not stand in one invoice.']
];

// src/modules/finanzen/rechnungspruefung/texts/index.ts
var plain = ([, bt, de, en]) => ({ bt, de, en });
var TEXTS = new Map([
  ...[...CORE_TEXTS, ...VAT_TEXTS, ...GERMAN_TEXTS, ...SYNTAX_TEXTS].map((r) => [r[0], plain(r)]),
  ...PLACES.map(([id, bt, de, en]) => [id, {
    bt,
    de: `Zu viele Nachkommastellen (${de}). Erlaubt sind h\xF6chstens zwei; runden Sie auf Cent.`,
    en: `Too many decimal places (${en}). At most two are allowed; round to cents.`
  }]),
  ...CODES2.map(([id, bt, de, en]) => [id, {
    bt,
    de: `Dieser Code steht nicht in der Codeliste: ${de}. Pr\xFCfen Sie die Schreibweise.`,
    en: `This code is not in the code list: ${en}. Check its spelling.`
  }])
]);
var ONCE = /^(?:UBL-SR|CII-SR-(?:00[3]|030|039|040|44[01]|45[235678]|459|46[019]|47[1-9]|48\d|49\d))/;
function ruleText(id, el) {
  const known = TEXTS.get(id) ?? TEXTS.get(id.replace(/^(PEPPOL-EN16931-R043)-\d$/, "$1"));
  if (known) return known;
  const name = el ? `\u201E${localName(el.name)}\u201C` : "";
  const nameEn = el ? `"${localName(el.name)}"` : "";
  if (ONCE.test(id)) {
    return { bt: "", de: `Das Element ${name} darf hier nur einmal vorkommen.`, en: `The element ${nameEn} may occur only once here.` };
  }
  if (/^(?:UBL-DT|CII-DT-(?:0(?:0[1-9]|1[0-4]|3[1-6]|4[5-8]|59)|10\d))/.test(id)) {
    return {
      bt: "",
      de: `Beim Element ${name} steht ein Attribut, das die Norm EN 16931 nicht verwendet. Lassen Sie es weg.`,
      en: `The element ${nameEn} carries an attribute that EN 16931 does not use. Leave it out.`
    };
  }
  return {
    bt: "",
    de: `Die Norm EN 16931 verwendet ${name || "dieses Element"} an dieser Stelle nicht. Lassen Sie die Angabe weg.`,
    en: `EN 16931 does not use ${nameEn || "this element"} here. Leave it out.`
  };
}

// src/modules/finanzen/rechnungspruefung/xsd/cii-table.ts
var TABLE = `rsm:CrossIndustryInvoice 0
rsm:ExchangedDocumentContext1 rsm:ExchangedDocument11 rsm:SupplyChainTradeTransaction34 rsm:ValuationBreakdownStatement?149
ram:SpecifiedTransactionID?2 ram:TestIndicator?3 ram:BusinessProcessSpecifiedDocumentContextParameter*6 ram:BIMSpecifiedDocumentContextParameter*6 ram:ScenarioSpecifiedDocumentContextParameter*6 ram:ApplicationSpecifiedDocumentContextParameter*6 ram:GuidelineSpecifiedDocumentContextParameter*6 ram:SubsetSpecifiedDocumentContextParameter*6 ram:MessageStandardSpecifiedDocumentContextParameter?6
=token @schemeAgencyID:token @schemeAgencyName:string @schemeDataURI:anyURI @schemeID:token @schemeName:string @schemeURI:anyURI @schemeVersionID:token
|udt:IndicatorString4 udt:Indicator5
=string @format:string
=boolean
ram:ID?2 ram:Value?7 ram:SpecifiedDocumentVersion?8
=string @languageID:token @languageLocaleID:token
ram:ID?2 ram:Name?7 ram:IssueDateTime?9
|udt:DateTimeString4 udt:DateTime10
=dateTime
ram:ID2 ram:Name*7 ram:TypeCode?12 ram:IssueDateTime9 ram:CopyIndicator?3 ram:Purpose?7 ram:ControlRequirementIndicator?3 ram:LanguageID*2 ram:PurposeCode?13 ram:RevisionDateTime?9 ram:VersionID?2 ram:GlobalID?2 ram:RevisionID?2 ram:PreviousRevisionID?2 ram:CategoryCode?14 ram:IncludedNote*15 ram:EffectiveSpecifiedPeriod?16 ram:IssuerTradeParty?19
=token @listAgencyID:DocumentCodeListAgencyIDContentType=6 @listID:token=1001 @listURI:anyURI @listVersionID:token @name:string
=token @listAgencyID:MessageFunctionCodeListAgencyIDContentType=6 @listID:token=1225_MessageFunctionTypeCode @listURI:anyURI @listVersionID:token
=token @languageID:token @listAgencyID:token @listAgencyName:string @listID:token @listName:string @listSchemeURI:anyURI @listURI:anyURI @listVersionID:token @name:string
ram:Subject?7 ram:ContentCode?14 ram:Content*7 ram:SubjectCode?14 ram:ID?2
ram:DurationMeasure*17 ram:InclusiveIndicator?3 ram:Description*7 ram:StartDateTime?9 ram:EndDateTime?9 ram:CompleteDateTime?9 ram:OpenIndicator?3 ram:SeasonCode?14 ram:ID?2 ram:Name*7 ram:SequenceNumeric?18 ram:StartDateFlexibilityCode?14 ram:ContinuousIndicator?3 ram:PurposeCode?14
=decimal @unitCode:token @unitCodeListVersionID:token
=decimal @format:string
ram:ID*2 ram:GlobalID*2 ram:Name?7 ram:RoleCode*20 ram:Description*7 ram:SpecifiedLegalOrganization?21 ram:DefinedTradeContact*25 ram:PostalTradeAddress?22 ram:URIUniversalCommunication*27 ram:SpecifiedTaxRegistration*30 ram:EndPointURIUniversalCommunication?27 ram:LogoAssociatedSpecifiedBinaryFile*32
=token @listAgencyID:PartyRoleCodeListAgencyIDContentType=6 @listID:token=3035 @listVersionID:token @name:string
ram:LegalClassificationCode?14 ram:Name?7 ram:ID?2 ram:TradingBusinessName?7 ram:PostalTradeAddress?22 ram:AuthorizedLegalRegistration*24
ram:ID?2 ram:PostcodeCode?14 ram:PostOfficeBox?7 ram:BuildingName?7 ram:LineOne?7 ram:LineTwo?7 ram:LineThree?7 ram:LineFour?7 ram:LineFive?7 ram:StreetName?7 ram:CityName?7 ram:CitySubDivisionName?7 ram:CountryID?23 ram:CountryName*7 ram:CountrySubDivisionID?2 ram:CountrySubDivisionName*7 ram:AttentionOf?7 ram:CareOf?7 ram:BuildingNumber?7 ram:DepartmentName?7 ram:AdditionalStreetName?7
=token @schemeAgencyID:CountryIDSchemeAgencyIDContentType @schemeID:token @schemeVersionID:token=second edition 2006
ram:TypeCode?14 ram:ID?2
ram:ID?2 ram:PersonName?7 ram:DepartmentName?7 ram:TypeCode?26 ram:JobTitle?7 ram:Responsibility?7 ram:PersonID*2 ram:TelephoneUniversalCommunication?27 ram:DirectTelephoneUniversalCommunication?27 ram:MobileTelephoneUniversalCommunication?27 ram:FaxUniversalCommunication?27 ram:EmailURIUniversalCommunication?27 ram:TelexUniversalCommunication?27 ram:VOIPUniversalCommunication?27 ram:InstantMessagingUniversalCommunication?27 ram:SpecifiedNote*15 ram:SpecifiedContactPerson?29
=token @listAgencyID:ContactTypeCodeListAgencyIDContentType=6 @listID:token=3139_ContactTypeCode @listURI:anyURI @listVersionID:token
ram:URIID?2 ram:ChannelCode?28 ram:CompleteNumber?7
=token @listAgencyID:CommunicationChannelCodeListAgencyIDContentType=6 @listID:token=3155_CommunicationChannelCode @listURI:anyURI @listVersionID:token
ram:GivenName?7 ram:MiddleName?7 ram:FamilyName?7
ram:ID?2 ram:AssociatedRegisteredTax?31
ram:TypeCode?14 ram:ExemptionReasonCode?14 ram:ExemptionReason*7 ram:CurrencyCode?14 ram:Jurisdiction*7 ram:Description*7 ram:CustomsDutyIndicator?3
ram:ID*2 ram:Title*7 ram:AuthorName*7 ram:VersionID?2 ram:FileName?7 ram:URIID?2 ram:MIMECode?14 ram:EncodingCode?14 ram:CharacterSetCode?14 ram:IncludedBinaryObject*33 ram:Access*7 ram:Description*7 ram:SizeMeasure?17 ram:AccessAvailabilitySpecifiedPeriod?16
=base64Binary @characterSetCode:token @encodingCode:token @filename:string @format:string @mimeCode:token @uri:anyURI
ram:IncludedSupplyChainTradeLineItem*35 ram:ApplicableHeaderTradeAgreement133 ram:ApplicableHeaderTradeDelivery135 ram:ApplicableHeaderTradeSettlement136
ram:DescriptionCode?14 ram:AssociatedDocumentLineDocument36 ram:SpecifiedTradeProduct?38 ram:SpecifiedLineTradeAgreement?60 ram:SpecifiedLineTradeDelivery?85 ram:SpecifiedLineTradeSettlement114 ram:IncludedSubordinateTradeLineItem*129
ram:LineID?2 ram:ParentLineID?2 ram:LineStatusCode?37 ram:LineStatusReasonCode?14 ram:IncludedNote*15
=token @listAgencyID:LineStatusCodeListAgencyIDContentType=6 @listID:token=1229_LineStatusCode @listURI:anyURI @listVersionID:token
ram:ID?2 ram:GlobalID?2 ram:SellerAssignedID?2 ram:BuyerAssignedID?2 ram:ManufacturerAssignedID?2 ram:Name*7 ram:TradeName?7 ram:Description?7 ram:TypeCode?14 ram:NetWeightMeasure?17 ram:GrossWeightMeasure?17 ram:ProductGroupID*2 ram:EndItemTypeCode*14 ram:EndItemName*7 ram:AreaDensityMeasure?17 ram:UseDescription*7 ram:BrandName?7 ram:SubBrandName?7 ram:DrainedNetWeightMeasure?17 ram:VariableMeasureIndicator?3 ram:ColourCode?14 ram:ColourDescription*7 ram:Designation*7 ram:FormattedCancellationAnnouncedLaunchDateTime?39 ram:FormattedLatestProductDataChangeDateTime?39 ram:ApplicableProductCharacteristic*41 ram:ApplicableMaterialGoodsCharacteristic*44 ram:DesignatedProductClassification*45 ram:IndividualTradeProductInstance*46 ram:CertificationEvidenceReferenceReferencedDocument*51 ram:InspectionReferenceReferencedDocument*51 ram:OriginTradeCountry?54 ram:LinearSpatialDimension?56 ram:MinimumLinearSpatialDimension?56 ram:MaximumLinearSpatialDimension?56 ram:ManufacturerTradeParty?19 ram:PresentationSpecifiedBinaryFile*32 ram:MSDSReferenceReferencedDocument?51 ram:AdditionalReferenceReferencedDocument*51 ram:LegalRightsOwnerTradeParty?19 ram:BrandOwnerTradeParty?19 ram:IncludedReferencedProduct*59 ram:InformationNote*15
qdt:DateTimeString40
=string @format:FormattedDateTimeFormatContentType
ram:ID*2 ram:TypeCode?14 ram:Description*7 ram:ValueMeasure?17 ram:MeasurementMethodCode?14 ram:Value*7 ram:ValueCode?14 ram:ValueDateTime?9 ram:ValueIndicator?3 ram:ContentTypeCode?14 ram:ValueSpecifiedBinaryFile?32 ram:ApplicableProductCharacteristicCondition*42 ram:ApplicableReferencedStandard?43
ram:TypeCode?14 ram:Name*7 ram:ValueMeasure?17
ram:ID?2 ram:VersionID?2 ram:ElementVersionID?2 ram:URIID?2 ram:PartID?2 ram:AgencyID?2
ram:Description*7 ram:TypeCode?14 ram:ProportionalConstituentPercent?18 ram:AbsolutePresenceWeightMeasure?17 ram:AbsolutePresenceVolumeMeasure?17
ram:SystemID?2 ram:SystemName*7 ram:ClassCode?14 ram:ClassName*7 ram:SubClassCode?14 ram:ClassProductCharacteristic*41 ram:ApplicableReferencedStandard?43
ram:GlobalSerialID?2 ram:BatchID?2 ram:KanbanID?2 ram:SupplierAssignedSerialID?2 ram:BestBeforeDateTime?9 ram:ExpiryDateTime?9 ram:SellByDateTime?9 ram:SerialID*2 ram:RegistrationID*2 ram:ProductionSupplyChainEvent?47 ram:PackagingSupplyChainEvent?47 ram:ApplicableMaterialGoodsCharacteristic*44 ram:ApplicableProductCharacteristic*41
ram:ID?2 ram:OccurrenceDateTime?9 ram:TypeCode?14 ram:Description*7 ram:DescriptionBinaryObject*33 ram:UnitQuantity?48 ram:LatestOccurrenceDateTime?9 ram:EarliestOccurrenceDateTime?9 ram:OccurrenceSpecifiedPeriod?16 ram:OccurrenceLogisticsLocation?49
=decimal @unitCode:token @unitCodeListAgencyID:token @unitCodeListAgencyName:string @unitCodeListID:token
ram:ID?2 ram:Name*7 ram:TypeCode?14 ram:Description*7 ram:PhysicalGeographicalCoordinate?50 ram:PostalTradeAddress?22
ram:AltitudeMeasure?17 ram:LatitudeMeasure?17 ram:LongitudeMeasure?17 ram:SystemID?2
ram:IssuerAssignedID?2 ram:URIID?2 ram:StatusCode?52 ram:CopyIndicator?3 ram:LineID?2 ram:TypeCode?12 ram:GlobalID?2 ram:RevisionID?2 ram:Name*7 ram:AttachmentBinaryObject*33 ram:Information*7 ram:ReferenceTypeCode?53 ram:SectionName*7 ram:PreviousRevisionID*2 ram:FormattedIssueDateTime?39 ram:EffectiveSpecifiedPeriod?16 ram:IssuerTradeParty?19 ram:AttachedSpecifiedBinaryFile*32
=token @listAgencyID:DocumentStatusCodeListAgencyIDContentType=6 @listID:token=1373 @listVersionID:token @name:string
=token @listAgencyID:ReferenceCodeListAgencyIDContentType=6 @listID:token=1153_ReferenceTypeCode @listVersionID:token @name:string
ram:ID?23 ram:Name*7 ram:SubordinateTradeCountrySubDivision*55
ram:ID?2 ram:Name*7
ram:ValueMeasure?17 ram:TypeCode?57 ram:Description*7 ram:WidthMeasure?17 ram:LengthMeasure?17 ram:HeightMeasure?17 ram:ID?2 ram:DiameterMeasure?58
=token @listAgencyID:DimensionTypeCodeListAgencyIDContentType=6 @listID:token=6145 @listVersionID:token @name:string
=decimal @unitCode:LinearUnitMeasureUnitCodeContentType @unitCodeListVersionID:token
ram:ID*2 ram:GlobalID*2 ram:SellerAssignedID?2 ram:BuyerAssignedID?2 ram:ManufacturerAssignedID*2 ram:IndustryAssignedID*2 ram:Name*7 ram:Description*7 ram:RelationshipTypeCode*14 ram:UnitQuantity*48
ram:BuyerReference?7 ram:BuyerRequisitionerTradeParty*19 ram:ApplicableTradeDeliveryTerms?61 ram:SellerOrderReferencedDocument?51 ram:BuyerOrderReferencedDocument?51 ram:QuotationReferencedDocument?51 ram:ContractReferencedDocument?51 ram:DemandForecastReferencedDocument?51 ram:PromotionalDealReferencedDocument?51 ram:AdditionalReferencedDocument*51 ram:GrossPriceProductTradePrice?64 ram:NetPriceProductTradePrice?64 ram:RequisitionerReferencedDocument*51 ram:ItemSellerTradeParty?19 ram:ItemBuyerTradeParty?19 ram:IncludedSpecifiedMarketplace?83 ram:UltimateCustomerOrderReferencedDocument*51
ram:DeliveryTypeCode?62 ram:Description*7 ram:RelevantTradeLocation?63
=token @listAgencyID:DeliveryTermsCodeListAgencyIDContentType=6 @listID:token=4053 @listVersionID:token
ram:CountryID?23 ram:CountryName?7 ram:ID?2 ram:Name?7
ram:TypeCode?65 ram:ChargeAmount+66 ram:BasisQuantity?48 ram:MinimumQuantity?48 ram:MaximumQuantity?48 ram:ChangeReason*7 ram:OrderUnitConversionFactorNumeric?18 ram:AppliedTradeAllowanceCharge*67 ram:ValiditySpecifiedPeriod?16 ram:IncludedTradeTax*70 ram:DeliveryTradeLocation*63 ram:TradeComparisonReferencePrice*82 ram:AssociatedReferencedDocument*51
=token @listAgencyID:PriceTypeCodeListAgencyIDContentType=6 @listID:token=5375 @listVersionID:token
=decimal @currencyCodeListVersionID:token @currencyID:token
ram:ChargeIndicator?3 ram:ID?2 ram:SequenceNumeric?18 ram:CalculationPercent?18 ram:BasisAmount?66 ram:BasisQuantity?48 ram:PrepaidIndicator?3 ram:ActualAmount*66 ram:UnitBasisAmount?66 ram:ReasonCode?68 ram:Reason?7 ram:TypeCode?69 ram:CategoryTradeTax*70 ram:ActualTradeCurrencyExchange?81
=token @listAgencyID:AllowanceChargeReasonCodeListAgencyIDContentType=6 @listID:token=4465_AllowanceChargeReasonCode @listURI:anyURI @listVersionID:token
=token @listAgencyID:token=6 @listID:token=5189_AllowanceChargeID @listURI:anyURI @listVersionID:token
ram:CalculatedAmount*66 ram:TypeCode?71 ram:ExemptionReason?7 ram:CalculatedRate?18 ram:CalculationSequenceNumeric?18 ram:BasisQuantity?48 ram:BasisAmount*66 ram:UnitBasisAmount*66 ram:LineTotalBasisAmount*66 ram:AllowanceChargeBasisAmount*66 ram:CategoryCode?72 ram:CurrencyCode?73 ram:Jurisdiction*7 ram:CustomsDutyIndicator?3 ram:ExemptionReasonCode?14 ram:TaxBasisAllowanceRate?18 ram:TaxPointDate?74 ram:Type?7 ram:InformationAmount*66 ram:CategoryName*7 ram:DueDateTypeCode?76 ram:RateApplicablePercent?18 ram:SpecifiedTradeAccountingAccount*77 ram:ServiceSupplyTradeCountry?54 ram:BuyerRepayableTaxSpecifiedTradeAccountingAccount?77 ram:SellerPayableTaxSpecifiedTradeAccountingAccount?77 ram:SellerRefundableTaxSpecifiedTradeAccountingAccount?77 ram:BuyerDeductibleTaxSpecifiedTradeAccountingAccount?77 ram:BuyerNonDeductibleTaxSpecifiedTradeAccountingAccount?77 ram:PlaceApplicableTradeLocation*63
=token @listAgencyID:TaxTypeCodeListAgencyIDContentType=6 @listID:token=5153 @listURI:anyURI @listVersionID:token
=token @listAgencyID:TaxCategoryCodeListAgencyIDContentType=6 @listID:token=5305 @listURI:anyURI @listVersionID:token
=token @listAgencyID:CurrencyCodeListAgencyIDContentType=5 @listID:token=ISO 4217 3A @listURI:anyURI @listVersionID:token
|udt:DateString4 udt:Date75
=date
=token @listAgencyID:TimeReferenceCodeListAgencyIDContentType=6 @listID:token=2475 @listVersionID:token @name:string
ram:ID2 ram:SetTriggerCode?78 ram:TypeCode?79 ram:AmountTypeCode?80 ram:Name?7 ram:CostReferenceDimensionPattern?7
=token @listAgencyID:AccountingDocumentCodeListAgencyIDContentType=6 @listID:token=1001_Accounting @listURI:anyURI @listVersionID:token
=token @listAgencyID:token=210 @listID:token=AccountingE501 @listURI:anyURI @listVersionID:token
=token @listAgencyID:token=210 @listID:token=AccountingE601 @listURI:anyURI @listVersionID:token
ram:SourceCurrencyCode73 ram:SourceUnitBasisNumeric?18 ram:TargetCurrencyCode73 ram:TargetUnitBaseNumeric?18 ram:MarketID?2 ram:ConversionRate18 ram:ConversionRateDateTime?9 ram:AssociatedReferencedDocument*51
ram:ChargeAmount?66 ram:BasisQuantity*48 ram:NetPriceIndicator*3 ram:ComparisonMethodCode?14
ram:ID?2 ram:Name?7 ram:VirtualIndicator?3 ram:WebsiteURIID*2 ram:SalesMethodCode?14 ram:OrderingAvailablePeriod*84
ram:StartDateTime?9 ram:EndDateTime?9 ram:Description?7
ram:RequestedQuantity?48 ram:ReceivedQuantity?48 ram:BilledQuantity?48 ram:ChargeFreeQuantity?48 ram:PackageQuantity?48 ram:ProductUnitQuantity?48 ram:PerPackageUnitQuantity?48 ram:NetWeightMeasure?86 ram:GrossWeightMeasure?86 ram:TheoreticalWeightMeasure?86 ram:DespatchedQuantity?48 ram:SpecifiedDeliveryAdjustment*87 ram:IncludedSupplyChainPackaging*89 ram:RelatedSupplyChainConsignment?96 ram:ShipToTradeParty?19 ram:UltimateShipToTradeParty?19 ram:ShipFromTradeParty?19 ram:ActualDespatchSupplyChainEvent?47 ram:ActualPickUpSupplyChainEvent?47 ram:RequestedDeliverySupplyChainEvent?47 ram:ActualDeliverySupplyChainEvent?47 ram:ActualReceiptSupplyChainEvent?47 ram:AdditionalReferencedDocument*51 ram:DespatchAdviceReferencedDocument?51 ram:ReceivingAdviceReferencedDocument?51 ram:DeliveryNoteReferencedDocument?51 ram:ConsumptionReportReferencedDocument?51 ram:PackingListReferencedDocument?51
=decimal @unitCode:WeightUnitMeasureUnitCodeContentType @unitCodeListVersionID:token
ram:ReasonCode?88 ram:Reason*7 ram:ActualAmount*66 ram:ActualQuantity?48 ram:ActualDateTime?9
=token @listAgencyID:AdjustmentReasonCodeListAgencyIDContentType=6 @listID:token=4465 @listVersionID:token
ram:TypeCode?90 ram:Type?7 ram:Description*7 ram:ConditionCode?14 ram:DisposalMethodCode*14 ram:WeightMeasure*17 ram:MaximumStackabilityQuantity?48 ram:MaximumStackabilityWeightMeasure?17 ram:CustomerFacingTotalUnitQuantity?48 ram:LayerTotalUnitQuantity?48 ram:ContentLayerQuantity?48 ram:LinearSpatialDimension?56 ram:MinimumLinearSpatialDimension?56 ram:MaximumLinearSpatialDimension?56 ram:SpecifiedPackagingMarking*91 ram:ApplicableMaterialGoodsCharacteristic*44 ram:ApplicableDisposalInstructions*94 ram:ApplicableReturnableAssetInstructions*95
=token @listAgencyID:PackageTypeCodeListAgencyIDContentType=6 @listID:token=7065 @listVersionID:token @name:string
ram:TypeCode*92 ram:Content*7 ram:ContentDateTime?9 ram:ContentAmount*66 ram:BarcodeTypeCode*14 ram:ContentCode*14 ram:AutomaticDataCaptureMethodTypeCode*93
=token @listAgencyID:PackagingMarkingCodeListAgencyIDContentType=6 @listID:token=7233_PackagingMarkingCode @listURI:anyURI @listVersionID:token
=token @listAgencyID:AutomaticDataCaptureMethodCodeListAgencyIDContentType=6 @listID:token=7233_AutomaticDataCaptureMethodCode @listURI:anyURI @listVersionID:token
ram:MaterialID?2 ram:RecyclingDescriptionCode*14 ram:Description*7 ram:RecyclingProcedure*7
ram:MaterialID*2 ram:TermsAndConditionsDescription*7 ram:TermsAndConditionsDescriptionCode?14 ram:DepositValueSpecifiedAmount*66 ram:DepositValueValiditySpecifiedPeriod?16
ram:GrossWeightMeasure*86 ram:NetWeightMeasure*17 ram:GrossVolumeMeasure*97 ram:InsurancePremiumAmount?66 ram:AssociatedInvoiceAmount*66 ram:TotalChargeAmount?66 ram:DeclaredValueForCustomsAmount?66 ram:PackageQuantity?48 ram:ConsignorTradeParty?19 ram:ConsigneeTradeParty?19 ram:CarrierTradeParty?19 ram:FreightForwarderTradeParty?19 ram:DeliveryTradeParty?19 ram:CustomsImportAgentTradeParty?19 ram:CustomsExportAgentTradeParty?19 ram:GroupingCentreTradeParty*19 ram:TransportContractReferencedDocument?51 ram:AssociatedReferencedDocument*51 ram:IncludedSupplyChainConsignmentItem*98 ram:UtilizedLogisticsTransportEquipment*105 ram:SpecifiedLogisticsTransportMovement*109
=decimal @unitCode:VolumeUnitMeasureUnitCodeContentType @unitCodeListVersionID:token
ram:TypeCode?99 ram:TypeExtensionCode?100 ram:DeclaredValueForCustomsAmount?66 ram:DeclaredValueForStatisticsAmount?66 ram:InvoiceAmount*66 ram:GrossWeightMeasure?86 ram:NetWeightMeasure?17 ram:TariffQuantity?48 ram:NatureIdentificationTransportCargo?101
=token @listAgencyID:token=6 @listID:token=TDED 7357 @listVersionID:token @name:string
=token @listAgencyID:token=6 @listID:token=TDED 7361 @listVersionID:token @name:string
ram:TypeCode?102 ram:Identification?7 ram:OperationalCategoryCode?103 ram:StatisticalClassificationCode?104
=token @listAgencyID:CargoCategoryCodeListAgencyIDContentType=6 @listID:token=Recommendation 21-Annex I @listVersionID:token @name:string
=token @listAgencyID:CargoOperationalCategoryCodeListAgencyIDContentType=6 @listID:token=7085b @listVersionID:token @name:string
=token @listAgencyID:token=6 @listID:token=7357 @listVersionID:token @name:string
ram:ID?2 ram:LoadingLengthMeasure?58 ram:CategoryCode?106 ram:CharacteristicCode?107 ram:UsedCapacityCode?108 ram:LinearSpatialDimension?56
=token @listAgencyID:TransportEquipmentCategoryCodeListAgencyIDContentType=6 @listID:token=8053 @listVersionID:token @name:string
=token @listAgencyID:TransportEquipmentSizeTypeCodeListAgencyIDContentType=6 @listID:token=8155 @listVersionID:token @name:string
=token @listAgencyID:TransportEquipmentFullnessCodeListAgencyIDContentType=6 @listID:token=8169 @listVersionID:token @name:string
ram:StageCode?110 ram:ModeCode?111 ram:Mode?7 ram:UsedLogisticsTransportMeans?112
=token @listAgencyID:TransportMovementStageCodeListAgencyIDContentType=6 @listID:token=8051 @listVersionID:token @name:string
=token @listAgencyID:TransportModeCodeListAgencyIDContentType=6 @listID:token=Recommendation 19 @listVersionID:token @name:string
ram:TypeCode?113 ram:Type?7 ram:ID?2 ram:Name?7 ram:OwnerTradeParty?19
=token @listAgencyID:TransportMeansTypeCodeListAgencyIDContentType=6 @listID:token=Recommendation 28 @listVersionID:token @name:string
ram:PaymentReference*7 ram:InvoiceIssuerReference?7 ram:TotalAdjustmentAmount?66 ram:DiscountIndicator?3 ram:ApplicableTradeTax*70 ram:BillingSpecifiedPeriod?16 ram:SpecifiedTradeAllowanceCharge*67 ram:SubtotalCalculatedTradeTax*70 ram:SpecifiedLogisticsServiceCharge*115 ram:SpecifiedTradePaymentTerms*120 ram:SpecifiedTradeSettlementLineMonetarySummation?126 ram:SpecifiedFinancialAdjustment*127 ram:InvoiceReferencedDocument?51 ram:AdditionalReferencedDocument*51 ram:PayableSpecifiedTradeAccountingAccount*77 ram:ReceivableSpecifiedTradeAccountingAccount*77 ram:PurchaseSpecifiedTradeAccountingAccount*77 ram:SalesSpecifiedTradeAccountingAccount*77 ram:SpecifiedTradeSettlementFinancialCard?128
ram:ID?116 ram:Description*7 ram:PaymentArrangementCode?14 ram:TariffClassCode?117 ram:ChargeCategoryCode?14 ram:ServiceCategoryCode?14 ram:DisbursementAmount*66 ram:AppliedAmount*66 ram:AllowanceCharge?7 ram:PayingPartyRoleCode?118 ram:CalculationBasisCode?119 ram:CalculationBasis?7 ram:TransportPaymentMethodCode?14 ram:PaymentPlaceLogisticsLocation?49 ram:AppliedFromLogisticsLocation?49 ram:AppliedToLogisticsLocation?49 ram:AppliedTradeTax*70
=token @schemeAgencyID:FreightChargeTypeIDSchemeAgencyIDContentType @schemeID:token @schemeVersionID:token
=token @listAgencyID:FreightChargeTariffClassCodeListAgencyIDContentType=6 @listID:token=5243 @listVersionID:token @name:string
=token @listAgencyID:ChargePayingPartyRoleCodeListAgencyIDContentType=6 @listID:token=3035_Charge Paying @listVersionID:token @name:string
=token @listAgencyID:token=6 @listID:token=TDED 6131 @listVersionID:token @name:string
ram:ID?121 ram:FromEventCode?122 ram:SettlementPeriodMeasure?17 ram:Description*7 ram:DueDateDateTime?9 ram:TypeCode?123 ram:InstructionTypeCode?14 ram:DirectDebitMandateID*2 ram:PartialPaymentPercent?18 ram:PaymentMeansID*2 ram:PartialPaymentAmount*66 ram:ApplicableTradePaymentPenaltyTerms?124 ram:ApplicableTradePaymentDiscountTerms?125 ram:PayeeTradeParty*19
=token @schemeAgencyID:PaymentTermsIDSchemeAgencyIDContentType @schemeID:token @schemeVersionID:token
=token @listAgencyID:PaymentTermsEventTimeReferenceCodeListAgencyIDContentType=6 @listID:token=2475_Payment Terms Event @listVersionID:token
=token @listAgencyID:PaymentTermsTypeCodeListAgencyIDContentType=6 @listID:token=4279 @listVersionID:token @name:string
ram:BasisDateTime?9 ram:BasisPeriodMeasure?17 ram:BasisAmount?66 ram:CalculationPercent?18 ram:ActualPenaltyAmount?66
ram:BasisDateTime?9 ram:BasisPeriodMeasure?17 ram:BasisAmount?66 ram:CalculationPercent?18 ram:ActualDiscountAmount?66
ram:LineTotalAmount*66 ram:ChargeTotalAmount*66 ram:AllowanceTotalAmount*66 ram:TaxBasisTotalAmount*66 ram:TaxTotalAmount*66 ram:GrandTotalAmount*66 ram:InformationAmount*66 ram:TotalAllowanceChargeAmount*66 ram:TotalRetailValueInformationAmount*66 ram:GrossLineTotalAmount*66 ram:NetLineTotalAmount*66 ram:NetIncludingTaxesLineTotalAmount*66 ram:ProductWeightLossInformationAmount*66
ram:ReasonCode?14 ram:Reason*7 ram:ActualAmount*66 ram:ActualQuantity?48 ram:ActualDateTime?9 ram:ClaimRelatedTradeParty?19 ram:InvoiceReferenceReferencedDocument?51
ram:MicrochipIndicator?3 ram:ID?2 ram:TypeCode?14 ram:CardholderName?7 ram:ExpiryDate?74 ram:VerificationNumeric?18 ram:ValidFromDateTime?9 ram:CreditLimitAmount*66 ram:CreditAvailableAmount*66 ram:InterestRatePercent?18 ram:IssuingCompanyName?7 ram:Description?7
ram:ID*2 ram:SpecifiedReferencedProduct?59 ram:ApplicableTradeProduct*38 ram:SpecifiedSubordinateLineTradeAgreement?130 ram:SpecifiedSubordinateLineTradeDelivery?131 ram:SpecifiedSubordinateLineTradeSettlement?132
ram:SellerOrderReferencedDocument?51 ram:BuyerOrderReferencedDocument?51 ram:AdditionalReferencedDocument*51 ram:GrossPriceProductTradePrice?64 ram:NetPriceProductTradePrice?64
ram:PackageQuantity?48 ram:ProductUnitQuantity?48 ram:PerPackageUnitQuantity?48 ram:IncludedSupplyChainPackaging*89
ram:ApplicableTradeTax?70
ram:Reference*7 ram:BuyerReference?7 ram:SellerTradeParty?19 ram:BuyerTradeParty?19 ram:SalesAgentTradeParty?19 ram:BuyerRequisitionerTradeParty*19 ram:BuyerAssignedAccountantTradeParty?19 ram:SellerAssignedAccountantTradeParty?19 ram:BuyerTaxRepresentativeTradeParty?19 ram:SellerTaxRepresentativeTradeParty?19 ram:ProductEndUserTradeParty?19 ram:ApplicableTradeDeliveryTerms?61 ram:SellerOrderReferencedDocument?51 ram:BuyerOrderReferencedDocument?51 ram:QuotationReferencedDocument?51 ram:OrderResponseReferencedDocument?51 ram:ContractReferencedDocument?51 ram:DemandForecastReferencedDocument?51 ram:SupplyInstructionReferencedDocument?51 ram:PromotionalDealReferencedDocument?51 ram:PriceListReferencedDocument?51 ram:AdditionalReferencedDocument*51 ram:RequisitionerReferencedDocument*51 ram:BuyerAgentTradeParty?19 ram:PurchaseConditionsReferencedDocument*51 ram:SpecifiedProcuringProject?134 ram:UltimateCustomerOrderReferencedDocument*51
ram:ID2 ram:Description?7 ram:Name7
ram:RelatedSupplyChainConsignment?96 ram:ShipToTradeParty?19 ram:UltimateShipToTradeParty?19 ram:ShipFromTradeParty?19 ram:ActualDespatchSupplyChainEvent?47 ram:ActualPickUpSupplyChainEvent?47 ram:ActualDeliverySupplyChainEvent?47 ram:ActualReceiptSupplyChainEvent?47 ram:AdditionalReferencedDocument*51 ram:DespatchAdviceReferencedDocument?51 ram:ReceivingAdviceReferencedDocument?51 ram:DeliveryNoteReferencedDocument?51 ram:ConsumptionReportReferencedDocument?51 ram:PreviousDeliverySupplyChainEvent*47 ram:PackingListReferencedDocument?51
ram:DuePayableAmount*66 ram:CreditorReferenceTypeCode*14 ram:CreditorReferenceType*7 ram:CreditorReferenceIssuerID*2 ram:CreditorReferenceID?2 ram:PaymentReference*7 ram:TaxCurrencyCode?73 ram:InvoiceCurrencyCode?73 ram:PaymentCurrencyCode?73 ram:InvoiceIssuerReference?7 ram:InvoiceDateTime?9 ram:NextInvoiceDateTime*9 ram:CreditReasonCode?14 ram:CreditReason*7 ram:InvoicerTradeParty?19 ram:InvoiceeTradeParty?19 ram:PayeeTradeParty?19 ram:PayerTradeParty?19 ram:TaxApplicableTradeCurrencyExchange?81 ram:InvoiceApplicableTradeCurrencyExchange?81 ram:PaymentApplicableTradeCurrencyExchange?81 ram:SpecifiedTradeSettlementPaymentMeans*137 ram:ApplicableTradeTax*70 ram:BillingSpecifiedPeriod?16 ram:SpecifiedTradeAllowanceCharge*67 ram:SubtotalCalculatedTradeTax*70 ram:SpecifiedLogisticsServiceCharge*115 ram:SpecifiedTradePaymentTerms*120 ram:SpecifiedTradeSettlementHeaderMonetarySummation?147 ram:SpecifiedFinancialAdjustment*127 ram:InvoiceReferencedDocument?51 ram:ProFormaInvoiceReferencedDocument?51 ram:LetterOfCreditReferencedDocument?51 ram:FactoringAgreementReferencedDocument*51 ram:FactoringListReferencedDocument*51 ram:PayableSpecifiedTradeAccountingAccount*77 ram:ReceivableSpecifiedTradeAccountingAccount*77 ram:PurchaseSpecifiedTradeAccountingAccount*77 ram:SalesSpecifiedTradeAccountingAccount*77 ram:SpecifiedTradeSettlementFinancialCard*128 ram:SpecifiedAdvancePayment*148 ram:UltimatePayeeTradeParty?19
ram:PaymentChannelCode?138 ram:TypeCode?139 ram:GuaranteeMethodCode?140 ram:PaymentMethodCode?14 ram:Information*7 ram:ID*2 ram:ApplicableTradeSettlementFinancialCard?128 ram:PayerPartyDebtorFinancialAccount?141 ram:PayeePartyCreditorFinancialAccount?142 ram:PayerSpecifiedDebtorFinancialInstitution?143 ram:PayeeSpecifiedCreditorFinancialInstitution?146
=token @listAgencyID:PaymentMeansChannelCodeListAgencyIDContentType=6 @listID:token=4435 @listVersionID:token @name:string
=token @listAgencyID:PaymentMeansCodeListAgencyIDContentType=6 @listID:token=4461 @listVersionID:token
=token @listAgencyID:PaymentGuaranteeMeansCodeListAgencyIDContentType=6 @listID:token=4431 @listVersionID:token
ram:IBANID?2 ram:AccountName?7 ram:ProprietaryID?2
ram:IBANID?2 ram:AccountName?7 ram:ProprietaryID?2
ram:BICID?2 ram:ClearingSystemName?7 ram:CHIPSUniversalID?2 ram:NewZealandNCCID?2 ram:IrishNSCID?2 ram:UKSortCodeID?2 ram:CHIPSParticipantID?2 ram:SwissBCID?2 ram:FedwireRoutingNumberID?2 ram:PortugueseNCCID?2 ram:RussianCentralBankID?2 ram:ItalianDomesticID?2 ram:AustrianBankleitzahlID?2 ram:CanadianPaymentsAssociationID?2 ram:SICID?2 ram:GermanBankleitzahlID?2 ram:SpanishDomesticInterbankingID?2 ram:SouthAfricanNCCID?2 ram:HongKongBankID?2 ram:AustralianBSBID?2 ram:IndianFinancialSystemID?2 ram:HellenicBankID?2 ram:PolishNationalClearingID?2 ram:Name?7 ram:JapanFinancialInstitutionCommonID?2 ram:LocationFinancialInstitutionAddress?144 ram:SubDivisionBranchFinancialInstitution?145
ram:PostcodeCode?14 ram:BuildingNumber?7 ram:LineOne?7 ram:LineTwo?7 ram:LineThree?7 ram:LineFour?7 ram:LineFive?7 ram:StreetName?7 ram:CityName?7 ram:CountrySubDivisionID?2 ram:CountryID?2 ram:TypeCode?14 ram:DepartmentName?7 ram:PostOfficeBox?7 ram:CityID?2 ram:CountrySubDivisionName?7 ram:CountryName?7
ram:ID?2 ram:Name?7 ram:LocationFinancialInstitutionAddress?144
ram:BICID?2 ram:CHIPSUniversalID?2 ram:NewZealandNCCID?2 ram:IrishNSCID?2 ram:UKSortCodeID?2 ram:CHIPSParticipantID?2 ram:SwissBCID?2 ram:FedwireRoutingNumberID?2 ram:PortugueseNCCID?2 ram:RussianCentralBankID?2 ram:ItalianDomesticID?2 ram:AustrianBankleitzahlID?2 ram:CanadianPaymentsAssociationID?2 ram:SICID?2 ram:GermanBankleitzahlID?2 ram:SpanishDomesticInterbankingID?2 ram:SouthAfricanNCCID?2 ram:HongKongBankID?2 ram:AustralianBSBID?2 ram:IndianFinancialSystemID?2 ram:HellenicBankID?2 ram:PolishNationalClearingID?2 ram:Name?7 ram:ClearingSystemName?7 ram:JapanFinancialInstitutionCommonID?2 ram:LocationFinancialInstitutionAddress?144 ram:SubDivisionBranchFinancialInstitution?145
ram:LineTotalAmount*66 ram:ChargeTotalAmount*66 ram:AllowanceTotalAmount*66 ram:TaxBasisTotalAmount*66 ram:TaxTotalAmount*66 ram:RoundingAmount*66 ram:GrandTotalAmount*66 ram:InformationAmount*66 ram:TotalPrepaidAmount*66 ram:TotalDiscountAmount*66 ram:TotalAllowanceChargeAmount*66 ram:DuePayableAmount*66 ram:RetailValueExcludingTaxInformationAmount*66 ram:TotalDepositFeeInformationAmount*66 ram:ProductValueExcludingTobaccoTaxInformationAmount*66 ram:TotalRetailValueInformationAmount*66 ram:GrossLineTotalAmount*66 ram:NetLineTotalAmount*66 ram:NetIncludingTaxesLineTotalAmount*66
ram:PaidAmount66 ram:FormattedReceivedDateTime?39 ram:IncludedTradeTax*70
ram:ID2 ram:Name7 ram:Description*7 ram:MeasurementMethodID*2 ram:CreationDateTime9 ram:DefaultCurrencyCode73 ram:DefaultLanguageCode14 ram:Comment*7 ram:TypeCode*14 ram:RequestedActionCode*14 ram:PriceListID?2 ram:ContractualLanguageCode?14 ram:ItemGroupedWorkItem*150 ram:ItemBasicWorkItem*154 ram:TotalCalculatedPrice*151 ram:ChangedRecordedStatus*160 ram:CreationSpecifiedBinaryFile*32 ram:ReaderSpecifiedBinaryFile*32 ram:ReferencedSpecifiedBinaryFile*32
ram:ID2 ram:PrimaryClassificationCode*14 ram:AlternativeClassificationCode*14 ram:TypeCode*14 ram:Comment*7 ram:TotalQuantity?48 ram:Index?7 ram:RequestedActionCode*14 ram:PriceListItemID?2 ram:ContractualLanguageCode?14 ram:TotalCalculatedPrice*151 ram:ItemGroupedWorkItem*150 ram:ItemBasicWorkItem*154 ram:ChangedRecordedStatus*160 ram:ActualWorkItemComplexDescription*155 ram:ReferencedSpecifiedBinaryFile*32
ram:TypeCode*14 ram:ChargeAmount*66 ram:RelatedAppliedAllowanceCharge*152
ram:ActualAmount?66 ram:Description?7 ram:ReasonCode?14 ram:CalculationPercent?18 ram:BasisAmount?66 ram:ChargeIndicator3 ram:CategoryAppliedTax?153
ram:CalculatedAmount?66 ram:TypeCode?14 ram:CalculatedRate?18 ram:BasisAmount?66 ram:TaxPointDate?74
ram:ID2 ram:ReferenceID?2 ram:PrimaryClassificationCode*14 ram:AlternativeClassificationCode*14 ram:TypeCode*14 ram:Comment*7 ram:TotalQuantity?48 ram:TotalQuantityClassificationCode?14 ram:IndexValue?18 ram:StatusCode*14 ram:ReferenceFileBinaryObject*33 ram:Index?7 ram:RequestedActionCode*14 ram:PriceListItemID?2 ram:ContractualLanguageCode?14 ram:ActualWorkItemComplexDescription*155 ram:TotalQuantityWorkItemQuantityAnalysis*158 ram:UnitCalculatedPrice*151 ram:TotalCalculatedPrice*151 ram:SubordinateBasicWorkItem*154 ram:ChangedRecordedStatus*160 ram:ItemBasicWorkItem*154 ram:ReferencedSpecifiedBinaryFile*32
ram:Abstract*7 ram:Content*7 ram:ContractualLanguageCode?14 ram:RequestingSpecificationQuery*156 ram:RespondingSpecificationResponse*157 ram:SubsetWorkItemComplexDescription?155
ram:ID2 ram:TypeCode?14 ram:Content7 ram:ContractualLanguageCode?14
ram:ID2 ram:QueryID?2 ram:TypeCode?14 ram:Content7 ram:ContractualLanguageCode?14
ram:ID2 ram:ActualQuantity?48 ram:Description?7 ram:ActualQuantityPercent?18 ram:StatusCode?14 ram:TypeCode?14 ram:PrimaryClassificationCode*14 ram:AlternativeClassificationCode*14 ram:ContractualLanguageCode?14 ram:ActualQuantityWorkItemDimension*159 ram:BreakdownWorkItemQuantityAnalysis*158 ram:ChangedRecordedStatus*160
ram:ID?2 ram:ValueMeasure17 ram:Description?7 ram:TypeCode14 ram:ContractualLanguageCode?14 ram:ComponentWorkItemDimension*159
ram:ConditionCode14 ram:ChangerName?7 ram:ChangedDateTime9`;

// src/modules/finanzen/rechnungspruefung/xsd/types.ts
var ZONE = "(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?";
var TIME = "(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)";
var DATE = "(-?(?:[1-9]\\d{3,}|0\\d{3}))-(\\d\\d)-(\\d\\d)";
var DATE_ONLY = new RegExp(`^${DATE}${ZONE}$`);
var DATE_TIME = new RegExp(`^${DATE}T${TIME}${ZONE}$`);
var TIME_ONLY = new RegExp(`^${TIME}${ZONE}$`);
function calendar(pattern, text4) {
  const match = pattern.exec(text4);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year === 0 || month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && year % 100 !== 0 || year % 400 === 0;
  return day <= (month === 2 ? leap ? 29 : 28 : [4, 6, 9, 11].includes(month) ? 30 : 31);
}
function base64(text4) {
  const packed = /[\t\n\r ]/.test(text4) ? text4.replace(/[\t\n\r ]+/g, "") : text4;
  if (packed.length % 4 !== 0) return false;
  const padding = packed.endsWith("==") ? 2 : packed.endsWith("=") ? 1 : 0;
  if (/[^A-Za-z0-9+/]/.test(packed.slice(0, packed.length - padding))) return false;
  const last = packed[packed.length - padding - 1] ?? "";
  return padding === 0 || (padding === 1 ? "AEIMQUYcgkosw048" : "AQgw").includes(last);
}
function hasForm(type, text4) {
  switch (type) {
    case "string":
    case "normalizedString":
    case "token":
      return true;
    case "decimal":
      return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(normalizeSpace(text4));
    case "integer":
      return /^[+-]?\d+$/.test(normalizeSpace(text4));
    case "boolean":
      return /^(?:true|false|1|0)$/.test(normalizeSpace(text4));
    case "date":
      return calendar(DATE_ONLY, normalizeSpace(text4));
    case "dateTime":
      return calendar(DATE_TIME, normalizeSpace(text4));
    case "time":
      return TIME_ONLY.test(normalizeSpace(text4));
    case "base64Binary":
      return base64(text4);
    case "language":
      return /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/.test(normalizeSpace(text4));
    default:
      return true;
  }
}
var collapsed = (type, text4) => type === "string" ? text4 : type === "normalizedString" ? text4.replace(/[\t\n\r]/g, " ") : normalizeSpace(text4);
var TYPE_WORDS = {
  decimal: "eine Dezimalzahl wie 1234.56",
  boolean: "true oder false",
  date: "ein Datum wie 2026-03-31",
  integer: "eine ganze Zahl",
  dateTime: "ein Zeitpunkt wie 2026-03-31T12:00:00",
  time: "eine Uhrzeit wie 12:00:00",
  base64Binary: "Base64-Daten",
  language: "ein Sprachcode wie de"
};

// src/modules/finanzen/rechnungspruefung/xsd/ubl-table.ts
var TABLE2 = `ubl:Invoice 0 cn:CreditNote 121
ext:UBLExtensions?1 cbc:UBLVersionID?3 cbc:CustomizationID?3 cbc:ProfileID?3 cbc:ProfileExecutionID?3 cbc:ID3 cbc:CopyIndicator?7 cbc:UUID?3 cbc:IssueDate8 cbc:IssueTime?9 cbc:DueDate?8 cbc:InvoiceTypeCode?5 cbc:Note*4 cbc:TaxPointDate?8 cbc:DocumentCurrencyCode?5 cbc:TaxCurrencyCode?5 cbc:PricingCurrencyCode?5 cbc:PaymentCurrencyCode?5 cbc:PaymentAlternativeCurrencyCode?5 cbc:AccountingCostCode?5 cbc:AccountingCost?4 cbc:LineCountNumeric?10 cbc:BuyerReference?4 cac:InvoicePeriod*11 cac:OrderReference?13 cac:BillingReference*42 cac:DespatchDocumentReference*14 cac:ReceiptDocumentReference*14 cac:StatementDocumentReference*14 cac:OriginatorDocumentReference*14 cac:ContractDocumentReference*14 cac:AdditionalDocumentReference*14 cac:ProjectReference*54 cac:Signature*56 cac:AccountingSupplierParty57 cac:AccountingCustomerParty58 cac:PayeeParty?18 cac:BuyerCustomerParty?58 cac:SellerSupplierParty?57 cac:TaxRepresentativeParty?18 cac:Delivery*59 cac:DeliveryTerms?62 cac:PaymentMeans*48 cac:PaymentTerms*111 cac:PrepaidPayment*119 cac:AllowanceCharge*44 cac:TaxExchangeRate?109 cac:PricingExchangeRate?109 cac:PaymentExchangeRate?109 cac:PaymentAlternativeExchangeRate?109 cac:TaxTotal*46 cac:WithholdingTaxTotal*46 cac:LegalMonetaryTotal120 cac:InvoiceLine+103
ext:UBLExtension+2
cbc:ID?3 cbc:Name?4 ext:ExtensionAgencyID?3 ext:ExtensionAgencyName?4 ext:ExtensionVersionID?3 ext:ExtensionAgencyURI?3 ext:ExtensionURI?3 ext:ExtensionReasonCode?5 ext:ExtensionReason?4 ext:ExtensionContent6
=normalizedString @schemeAgencyID:normalizedString @schemeAgencyName:string @schemeDataURI:anyURI @schemeID:normalizedString @schemeName:string @schemeURI:anyURI @schemeVersionID:normalizedString
=string @languageID:language @languageLocaleID:normalizedString
=normalizedString @languageID:language @listAgencyID:normalizedString @listAgencyName:string @listID:normalizedString @listName:string @listSchemeURI:anyURI @listURI:anyURI @listVersionID:normalizedString @name:string
*
=boolean
=date
=time
=decimal @format:string
cbc:StartDate?8 cbc:StartTime?9 cbc:EndDate?8 cbc:EndTime?9 cbc:DurationMeasure?12 cbc:DescriptionCode*5 cbc:Description*4
=decimal @unitCode:normalizedString! @unitCodeListVersionID:normalizedString
cbc:ID3 cbc:SalesOrderID?3 cbc:CopyIndicator?7 cbc:UUID?3 cbc:IssueDate?8 cbc:IssueTime?9 cbc:CustomerReference?4 cbc:OrderTypeCode?5 cac:DocumentReference?14
cbc:ID3 cbc:CopyIndicator?7 cbc:UUID?3 cbc:IssueDate?8 cbc:IssueTime?9 cbc:DocumentTypeCode?5 cbc:DocumentType?4 cbc:XPath*4 cbc:LanguageID?3 cbc:LocaleCode?5 cbc:VersionID?3 cbc:DocumentStatusCode?5 cbc:DocumentDescription*4 cac:Attachment?15 cac:ValidityPeriod?11 cac:IssuerParty?18 cac:ResultOfVerification?41
cbc:EmbeddedDocumentBinaryObject?16 cac:ExternalReference?17
=base64Binary @characterSetCode:normalizedString @encodingCode:normalizedString @filename:string @format:string @mimeCode:normalizedString! @uri:anyURI
cbc:URI?3 cbc:DocumentHash?4 cbc:HashAlgorithmMethod?4 cbc:ExpiryDate?8 cbc:ExpiryTime?9 cbc:MimeCode?5 cbc:FormatCode?5 cbc:EncodingCode?5 cbc:CharacterSetCode?5 cbc:FileName?4 cbc:Description*4
cbc:MarkCareIndicator?7 cbc:MarkAttentionIndicator?7 cbc:WebsiteURI?3 cbc:LogoReferenceID?3 cbc:EndpointID?3 cbc:IndustryClassificationCode?5 cac:PartyIdentification*19 cac:PartyName*20 cac:Language?21 cac:PostalAddress?22 cac:PhysicalLocation?26 cac:PartyTaxScheme*27 cac:PartyLegalEntity*29 cac:Contact?33 cac:Person*35 cac:AgentParty?18 cac:ServiceProviderParty*39 cac:PowerOfAttorney*40 cac:FinancialAccount?36
cbc:ID3
cbc:Name4
cbc:ID?3 cbc:Name?4 cbc:LocaleCode?5
cbc:ID?3 cbc:AddressTypeCode?5 cbc:AddressFormatCode?5 cbc:Postbox?4 cbc:Floor?4 cbc:Room?4 cbc:StreetName?4 cbc:AdditionalStreetName?4 cbc:BlockName?4 cbc:BuildingName?4 cbc:BuildingNumber?4 cbc:InhouseMail?4 cbc:Department?4 cbc:MarkAttention?4 cbc:MarkCare?4 cbc:PlotIdentification?4 cbc:CitySubdivisionName?4 cbc:CityName?4 cbc:PostalZone?4 cbc:CountrySubentity?4 cbc:CountrySubentityCode?5 cbc:Region?4 cbc:District?4 cbc:TimezoneOffset?4 cac:AddressLine*23 cac:Country?24 cac:LocationCoordinate*25
cbc:Line4
cbc:IdentificationCode?5 cbc:Name?4
cbc:CoordinateSystemCode?5 cbc:LatitudeDegreesMeasure?12 cbc:LatitudeMinutesMeasure?12 cbc:LatitudeDirectionCode?5 cbc:LongitudeDegreesMeasure?12 cbc:LongitudeMinutesMeasure?12 cbc:LongitudeDirectionCode?5 cbc:AltitudeMeasure?12
cbc:ID?3 cbc:Description*4 cbc:Conditions*4 cbc:CountrySubentity?4 cbc:CountrySubentityCode?5 cbc:LocationTypeCode?5 cbc:InformationURI?3 cbc:Name?4 cac:ValidityPeriod*11 cac:Address?22 cac:SubsidiaryLocation*26 cac:LocationCoordinate*25
cbc:RegistrationName?4 cbc:CompanyID?3 cbc:TaxLevelCode?5 cbc:ExemptionReasonCode?5 cbc:ExemptionReason*4 cac:RegistrationAddress?22 cac:TaxScheme28
cbc:ID?3 cbc:Name?4 cbc:TaxTypeCode?5 cbc:CurrencyCode?5 cac:JurisdictionRegionAddress*22
cbc:RegistrationName?4 cbc:CompanyID?3 cbc:RegistrationDate?8 cbc:RegistrationExpirationDate?8 cbc:CompanyLegalFormCode?5 cbc:CompanyLegalForm?4 cbc:SoleProprietorshipIndicator?7 cbc:CompanyLiquidationStatusCode?5 cbc:CorporateStockAmount?30 cbc:FullyPaidSharesIndicator?7 cac:RegistrationAddress?22 cac:CorporateRegistrationScheme?31 cac:HeadOfficeParty?18 cac:ShareholderParty*32
=decimal @currencyCodeListVersionID:normalizedString @currencyID:normalizedString!
cbc:ID?3 cbc:Name?4 cbc:CorporateRegistrationTypeCode?5 cac:JurisdictionRegionAddress*22
cbc:PartecipationPercent?10 cac:Party?18
cbc:ID?3 cbc:Name?4 cbc:Telephone?4 cbc:Telefax?4 cbc:ElectronicMail?4 cbc:Note*4 cac:OtherCommunication*34
cbc:ChannelCode?5 cbc:Channel?4 cbc:Value?4
cbc:ID?3 cbc:FirstName?4 cbc:FamilyName?4 cbc:Title?4 cbc:MiddleName?4 cbc:OtherName?4 cbc:NameSuffix?4 cbc:JobTitle?4 cbc:NationalityID?3 cbc:GenderCode?5 cbc:BirthDate?8 cbc:BirthplaceName?4 cbc:OrganizationDepartment?4 cac:Contact?33 cac:FinancialAccount?36 cac:IdentityDocumentReference*14 cac:ResidenceAddress?22
cbc:ID?3 cbc:Name?4 cbc:AliasName?4 cbc:AccountTypeCode?5 cbc:AccountFormatCode?5 cbc:CurrencyCode?5 cbc:PaymentNote*4 cac:FinancialInstitutionBranch?37 cac:Country?24
cbc:ID?3 cbc:Name?4 cac:FinancialInstitution?38 cac:Address?22
cbc:ID?3 cbc:Name?4 cac:Address?22
cbc:ID?3 cbc:ServiceTypeCode?5 cbc:ServiceType*4 cac:Party18 cac:SellerContact?33
cbc:ID?3 cbc:IssueDate?8 cbc:IssueTime?9 cbc:Description*4 cac:NotaryParty?18 cac:AgentParty18 cac:WitnessParty*18 cac:MandateDocumentReference*14
cbc:ValidatorID?3 cbc:ValidationResultCode?5 cbc:ValidationDate?8 cbc:ValidationTime?9 cbc:ValidateProcess?4 cbc:ValidateTool?4 cbc:ValidateToolVersion?4 cac:SignatoryParty?18
cac:InvoiceDocumentReference?14 cac:SelfBilledInvoiceDocumentReference?14 cac:CreditNoteDocumentReference?14 cac:SelfBilledCreditNoteDocumentReference?14 cac:DebitNoteDocumentReference?14 cac:ReminderDocumentReference?14 cac:AdditionalDocumentReference?14 cac:BillingReferenceLine*43
cbc:ID3 cbc:Amount?30 cac:AllowanceCharge*44
cbc:ID?3 cbc:ChargeIndicator7 cbc:AllowanceChargeReasonCode?5 cbc:AllowanceChargeReason*4 cbc:MultiplierFactorNumeric?10 cbc:PrepaidIndicator?7 cbc:SequenceNumeric?10 cbc:Amount30 cbc:BaseAmount?30 cbc:AccountingCostCode?5 cbc:AccountingCost?4 cbc:PerUnitAmount?30 cac:TaxCategory*45 cac:TaxTotal?46 cac:PaymentMeans*48
cbc:ID?3 cbc:Name?4 cbc:Percent?10 cbc:BaseUnitMeasure?12 cbc:PerUnitAmount?30 cbc:TaxExemptionReasonCode?5 cbc:TaxExemptionReason*4 cbc:TierRange?4 cbc:TierRatePercent?10 cac:TaxScheme28
cbc:TaxAmount30 cbc:RoundingAmount?30 cbc:TaxEvidenceIndicator?7 cbc:TaxIncludedIndicator?7 cac:TaxSubtotal*47
cbc:TaxableAmount?30 cbc:TaxAmount30 cbc:CalculationSequenceNumeric?10 cbc:TransactionCurrencyTaxAmount?30 cbc:Percent?10 cbc:BaseUnitMeasure?12 cbc:PerUnitAmount?30 cbc:TierRange?4 cbc:TierRatePercent?10 cac:TaxCategory45
cbc:ID?3 cbc:PaymentMeansCode5 cbc:PaymentDueDate?8 cbc:PaymentChannelCode?5 cbc:InstructionID?3 cbc:InstructionNote*4 cbc:PaymentID*3 cac:CardAccount?49 cac:PayerFinancialAccount?36 cac:PayeeFinancialAccount?36 cac:CreditAccount?50 cac:PaymentMandate?51 cac:TradeFinancing?53
cbc:PrimaryAccountNumberID3 cbc:NetworkID3 cbc:CardTypeCode?5 cbc:ValidityStartDate?8 cbc:ExpiryDate?8 cbc:IssuerID?3 cbc:IssueNumberID?3 cbc:CV2ID?3 cbc:CardChipCode?5 cbc:ChipApplicationID?3 cbc:HolderName?4
cbc:AccountID3
cbc:ID?3 cbc:MandateTypeCode?5 cbc:MaximumPaymentInstructionsNumeric?10 cbc:MaximumPaidAmount?30 cbc:SignatureID?3 cac:PayerParty?18 cac:PayerFinancialAccount?36 cac:ValidityPeriod?11 cac:PaymentReversalPeriod?11 cac:Clause*52
cbc:ID?3 cbc:Content*4
cbc:ID?3 cbc:FinancingInstrumentCode?5 cac:ContractDocumentReference?14 cac:DocumentReference*14 cac:FinancingParty18 cac:FinancingFinancialAccount?36 cac:Clause*52
cbc:ID3 cbc:UUID?3 cbc:IssueDate?8 cac:WorkPhaseReference*55
cbc:ID?3 cbc:WorkPhaseCode?5 cbc:WorkPhase*4 cbc:ProgressPercent?10 cbc:StartDate?8 cbc:EndDate?8 cac:WorkOrderDocumentReference*14
cbc:ID3 cbc:Note*4 cbc:ValidationDate?8 cbc:ValidationTime?9 cbc:ValidatorID?3 cbc:CanonicalizationMethod?4 cbc:SignatureMethod?4 cac:SignatoryParty?18 cac:DigitalSignatureAttachment?15 cac:OriginalDocumentReference?14
cbc:CustomerAssignedAccountID?3 cbc:AdditionalAccountID*3 cbc:DataSendingCapability?4 cac:Party?18 cac:DespatchContact?33 cac:AccountingContact?33 cac:SellerContact?33
cbc:CustomerAssignedAccountID?3 cbc:SupplierAssignedAccountID?3 cbc:AdditionalAccountID*3 cac:Party?18 cac:DeliveryContact?33 cac:AccountingContact?33 cac:BuyerContact?33
cbc:ID?3 cbc:Quantity?60 cbc:MinimumQuantity?60 cbc:MaximumQuantity?60 cbc:ActualDeliveryDate?8 cbc:ActualDeliveryTime?9 cbc:LatestDeliveryDate?8 cbc:LatestDeliveryTime?9 cbc:ReleaseID?3 cbc:TrackingID?3 cac:DeliveryAddress?22 cac:DeliveryLocation?26 cac:AlternativeDeliveryLocation?26 cac:RequestedDeliveryPeriod?11 cac:PromisedDeliveryPeriod?11 cac:EstimatedDeliveryPeriod?11 cac:CarrierParty?18 cac:DeliveryParty?18 cac:NotifyParty*18 cac:Despatch?61 cac:DeliveryTerms*62 cac:MinimumDeliveryUnit?63 cac:MaximumDeliveryUnit?63 cac:Shipment?64
=decimal @unitCode:normalizedString @unitCodeListAgencyID:normalizedString @unitCodeListAgencyName:string @unitCodeListID:normalizedString
cbc:ID?3 cbc:RequestedDespatchDate?8 cbc:RequestedDespatchTime?9 cbc:EstimatedDespatchDate?8 cbc:EstimatedDespatchTime?9 cbc:ActualDespatchDate?8 cbc:ActualDespatchTime?9 cbc:GuaranteedDespatchDate?8 cbc:GuaranteedDespatchTime?9 cbc:ReleaseID?3 cbc:Instructions*4 cac:DespatchAddress?22 cac:DespatchLocation?26 cac:DespatchParty?18 cac:CarrierParty?18 cac:NotifyParty*18 cac:Contact?33 cac:EstimatedDespatchPeriod?11 cac:RequestedDespatchPeriod?11
cbc:ID?3 cbc:SpecialTerms*4 cbc:LossRiskResponsibilityCode?5 cbc:LossRisk*4 cbc:Amount?30 cac:DeliveryLocation?26 cac:AllowanceCharge?44
cbc:BatchQuantity60 cbc:ConsumerUnitQuantity?60 cbc:HazardousRiskIndicator?7
cbc:ID3 cbc:ShippingPriorityLevelCode?5 cbc:HandlingCode?5 cbc:HandlingInstructions*4 cbc:Information*4 cbc:GrossWeightMeasure?12 cbc:NetWeightMeasure?12 cbc:NetNetWeightMeasure?12 cbc:GrossVolumeMeasure?12 cbc:NetVolumeMeasure?12 cbc:TotalGoodsItemQuantity?60 cbc:TotalTransportHandlingUnitQuantity?60 cbc:InsuranceValueAmount?30 cbc:DeclaredCustomsValueAmount?30 cbc:DeclaredForCarriageValueAmount?30 cbc:DeclaredStatisticsValueAmount?30 cbc:FreeOnBoardValueAmount?30 cbc:SpecialInstructions*4 cbc:DeliveryInstructions*4 cbc:SplitConsignmentIndicator?7 cbc:ConsignmentQuantity?60 cac:Consignment*65 cac:GoodsItem*101 cac:ShipmentStage*115 cac:Delivery?59 cac:TransportHandlingUnit*84 cac:ReturnAddress?22 cac:OriginAddress?22 cac:FirstArrivalPortLocation?26 cac:LastExitPortLocation?26 cac:ExportCountry?24 cac:FreightAllowanceCharge*44
cbc:ID3 cbc:CarrierAssignedID?3 cbc:ConsigneeAssignedID?3 cbc:ConsignorAssignedID?3 cbc:FreightForwarderAssignedID?3 cbc:BrokerAssignedID?3 cbc:ContractedCarrierAssignedID?3 cbc:PerformingCarrierAssignedID?3 cbc:SummaryDescription*4 cbc:TotalInvoiceAmount?30 cbc:DeclaredCustomsValueAmount?30 cbc:TariffDescription*4 cbc:TariffCode?5 cbc:InsurancePremiumAmount?30 cbc:GrossWeightMeasure?12 cbc:NetWeightMeasure?12 cbc:NetNetWeightMeasure?12 cbc:ChargeableWeightMeasure?12 cbc:GrossVolumeMeasure?12 cbc:NetVolumeMeasure?12 cbc:LoadingLengthMeasure?12 cbc:Remarks*4 cbc:HazardousRiskIndicator?7 cbc:AnimalFoodIndicator?7 cbc:HumanFoodIndicator?7 cbc:LivestockIndicator?7 cbc:BulkCargoIndicator?7 cbc:ContainerizedIndicator?7 cbc:GeneralCargoIndicator?7 cbc:SpecialSecurityIndicator?7 cbc:ThirdPartyPayerIndicator?7 cbc:CarrierServiceInstructions*4 cbc:CustomsClearanceServiceInstructions*4 cbc:ForwarderServiceInstructions*4 cbc:SpecialServiceInstructions*4 cbc:SequenceID?3 cbc:ShippingPriorityLevelCode?5 cbc:HandlingCode?5 cbc:HandlingInstructions*4 cbc:Information*4 cbc:TotalGoodsItemQuantity?60 cbc:TotalTransportHandlingUnitQuantity?60 cbc:InsuranceValueAmount?30 cbc:DeclaredForCarriageValueAmount?30 cbc:DeclaredStatisticsValueAmount?30 cbc:FreeOnBoardValueAmount?30 cbc:SpecialInstructions*4 cbc:SplitConsignmentIndicator?7 cbc:DeliveryInstructions*4 cbc:ConsignmentQuantity?60 cbc:ConsolidatableIndicator?7 cbc:HaulageInstructions*4 cbc:LoadingSequenceID?3 cbc:ChildConsignmentQuantity?60 cbc:TotalPackagesQuantity?60 cac:ConsolidatedShipment*64 cac:CustomsDeclaration*66 cac:RequestedPickupTransportEvent?67 cac:RequestedDeliveryTransportEvent?67 cac:PlannedPickupTransportEvent?67 cac:PlannedDeliveryTransportEvent?67 cac:Status*68 cac:ChildConsignment*65 cac:ConsigneeParty?18 cac:ExporterParty?18 cac:ConsignorParty?18 cac:ImporterParty?18 cac:CarrierParty?18 cac:FreightForwarderParty?18 cac:NotifyParty?18 cac:OriginalDespatchParty?18 cac:FinalDeliveryParty?18 cac:PerformingCarrierParty?18 cac:SubstituteCarrierParty?18 cac:LogisticsOperatorParty?18 cac:TransportAdvisorParty?18 cac:HazardousItemNotificationParty?18 cac:InsuranceParty?18 cac:MortgageHolderParty?18 cac:BillOfLadingHolderParty?18 cac:OriginalDepartureCountry?24 cac:FinalDestinationCountry?24 cac:TransitCountry*24 cac:TransportContract?70 cac:TransportEvent*67 cac:OriginalDespatchTransportationService?71 cac:FinalDeliveryTransportationService?71 cac:DeliveryTerms?62 cac:PaymentTerms?111 cac:CollectPaymentTerms?111 cac:DisbursementPaymentTerms?111 cac:PrepaidPaymentTerms?111 cac:FreightAllowanceCharge*44 cac:ExtraAllowanceCharge*44 cac:MainCarriageShipmentStage*115 cac:PreCarriageShipmentStage*115 cac:OnCarriageShipmentStage*115 cac:TransportHandlingUnit*84 cac:FirstArrivalPortLocation?26 cac:LastExitPortLocation?26
cbc:ID3 cac:IssuerParty?18
cbc:IdentificationID?3 cbc:OccurrenceDate?8 cbc:OccurrenceTime?9 cbc:TransportEventTypeCode?5 cbc:Description*4 cbc:CompletionIndicator?7 cac:ReportedShipment?64 cac:CurrentStatus*68 cac:Contact*33 cac:Location?26 cac:Signature?56 cac:Period*11
cbc:ConditionCode?5 cbc:ReferenceDate?8 cbc:ReferenceTime?9 cbc:Description*4 cbc:StatusReasonCode?5 cbc:StatusReason*4 cbc:SequenceID?3 cbc:Text*4 cbc:IndicationIndicator?7 cbc:Percent?10 cbc:ReliabilityPercent?10 cac:Condition*69
cbc:AttributeID3 cbc:Measure?12 cbc:Description*4 cbc:MinimumMeasure?12 cbc:MaximumMeasure?12
cbc:ID?3 cbc:IssueDate?8 cbc:IssueTime?9 cbc:NominationDate?8 cbc:NominationTime?9 cbc:ContractTypeCode?5 cbc:ContractType?4 cbc:Note*4 cbc:VersionID?3 cbc:Description*4 cac:ValidityPeriod?11 cac:ContractDocumentReference*14 cac:NominationPeriod?11 cac:ContractualDelivery?59
cbc:TransportServiceCode5 cbc:TariffClassCode?5 cbc:Priority?4 cbc:FreightRateClassCode?5 cbc:TransportationServiceDescription*4 cbc:TransportationServiceDetailsURI?3 cbc:NominationDate?8 cbc:NominationTime?9 cbc:Name?4 cbc:SequenceNumeric?10 cac:TransportEquipment*72 cac:SupportedTransportEquipment*72 cac:UnsupportedTransportEquipment*72 cac:CommodityClassification*90 cac:SupportedCommodityClassification*90 cac:UnsupportedCommodityClassification*90 cac:TotalCapacityDimension?73 cac:ShipmentStage*115 cac:TransportEvent*67 cac:ResponsibleTransportServiceProviderParty?18 cac:EnvironmentalEmission*116 cac:EstimatedDurationPeriod?11 cac:ScheduledServiceFrequency*118
cbc:ID?3 cbc:ReferencedConsignmentID*3 cbc:TransportEquipmentTypeCode?5 cbc:ProviderTypeCode?5 cbc:OwnerTypeCode?5 cbc:SizeTypeCode?5 cbc:DispositionCode?5 cbc:FullnessIndicationCode?5 cbc:RefrigerationOnIndicator?7 cbc:Information*4 cbc:ReturnabilityIndicator?7 cbc:LegalStatusIndicator?7 cbc:AirFlowPercent?10 cbc:HumidityPercent?10 cbc:AnimalFoodApprovedIndicator?7 cbc:HumanFoodApprovedIndicator?7 cbc:DangerousGoodsApprovedIndicator?7 cbc:RefrigeratedIndicator?7 cbc:Characteristics?4 cbc:DamageRemarks*4 cbc:Description*4 cbc:SpecialTransportRequirements*4 cbc:GrossWeightMeasure?12 cbc:GrossVolumeMeasure?12 cbc:TareWeightMeasure?12 cbc:TrackingDeviceCode?5 cbc:PowerIndicator?7 cbc:TraceID?3 cac:MeasurementDimension*73 cac:TransportEquipmentSeal*74 cac:MinimumTemperature?75 cac:MaximumTemperature?75 cac:ProviderParty?18 cac:LoadingProofParty?18 cac:SupplierParty?57 cac:OwnerParty?18 cac:OperatingParty?18 cac:LoadingLocation?26 cac:UnloadingLocation?26 cac:StorageLocation?26 cac:PositioningTransportEvent*67 cac:QuarantineTransportEvent*67 cac:DeliveryTransportEvent*67 cac:PickupTransportEvent*67 cac:HandlingTransportEvent*67 cac:LoadingTransportEvent*67 cac:TransportEvent*67 cac:ApplicableTransportMeans?76 cac:HaulageTradingTerms*82 cac:HazardousGoodsTransit*83 cac:PackagedTransportHandlingUnit*84 cac:ServiceAllowanceCharge*44 cac:FreightAllowanceCharge*44 cac:AttachedTransportEquipment*72 cac:Delivery?59 cac:Pickup?113 cac:Despatch?61 cac:ShipmentDocumentReference*14 cac:ContainedInTransportEquipment*72 cac:Package*100 cac:GoodsItem*101
cbc:AttributeID3 cbc:Measure?12 cbc:Description*4 cbc:MinimumMeasure?12 cbc:MaximumMeasure?12
cbc:ID3 cbc:SealIssuerTypeCode?5 cbc:Condition?4 cbc:SealStatusCode?5 cbc:SealingPartyType?4
cbc:AttributeID3 cbc:Measure12 cbc:Description*4
cbc:JourneyID?3 cbc:RegistrationNationalityID?3 cbc:RegistrationNationality*4 cbc:DirectionCode?5 cbc:TransportMeansTypeCode?5 cbc:TradeServiceCode?5 cac:Stowage?77 cac:AirTransport?78 cac:RoadTransport?79 cac:RailTransport?80 cac:MaritimeTransport?81 cac:OwnerParty?18 cac:MeasurementDimension*73
cbc:LocationID?3 cbc:Location*4 cac:MeasurementDimension*73
cbc:AircraftID3
cbc:LicensePlateID3
cbc:TrainID3 cbc:RailCarID?3
cbc:VesselID?3 cbc:VesselName?4 cbc:RadioCallSignID?3 cbc:ShipsRequirements*4 cbc:GrossTonnageMeasure?12 cbc:NetTonnageMeasure?12 cac:RegistryCertificateDocumentReference?14 cac:RegistryPortLocation?26
cbc:Information*4 cbc:Reference?4 cac:ApplicableAddress?22
cbc:TransportEmergencyCardCode?5 cbc:PackingCriteriaCode?5 cbc:HazardousRegulationCode?5 cbc:InhalationToxicityZoneCode?5 cbc:TransportAuthorizationCode?5 cac:MaximumTemperature?75 cac:MinimumTemperature?75
cbc:ID?3 cbc:TransportHandlingUnitTypeCode?5 cbc:HandlingCode?5 cbc:HandlingInstructions*4 cbc:HazardousRiskIndicator?7 cbc:TotalGoodsItemQuantity?60 cbc:TotalPackageQuantity?60 cbc:DamageRemarks*4 cbc:ShippingMarks*4 cbc:TraceID?3 cac:HandlingUnitDespatchLine*85 cac:ActualPackage*100 cac:ReceivedHandlingUnitReceiptLine*114 cac:TransportEquipment*72 cac:TransportMeans*76 cac:HazardousGoodsTransit*83 cac:MeasurementDimension*73 cac:MinimumTemperature?75 cac:MaximumTemperature?75 cac:GoodsItem*101 cac:FloorSpaceMeasurementDimension?73 cac:PalletSpaceMeasurementDimension?73 cac:ShipmentDocumentReference*14 cac:Status*68 cac:CustomsDeclaration*66 cac:ReferencedShipment*64 cac:Package*100
cbc:ID3 cbc:UUID?3 cbc:Note*4 cbc:LineStatusCode?5 cbc:DeliveredQuantity?60 cbc:BackorderQuantity?60 cbc:BackorderReason*4 cbc:OutstandingQuantity?60 cbc:OutstandingReason*4 cbc:OversupplyQuantity?60 cac:OrderLineReference+86 cac:DocumentReference*14 cac:Item87 cac:Shipment*64
cbc:LineID3 cbc:SalesOrderLineID?3 cbc:UUID?3 cbc:LineStatusCode?5 cac:OrderReference?13
cbc:Description*4 cbc:PackQuantity?60 cbc:PackSizeNumeric?10 cbc:CatalogueIndicator?7 cbc:Name?4 cbc:HazardousRiskIndicator?7 cbc:AdditionalInformation*4 cbc:Keyword*4 cbc:BrandName*4 cbc:ModelName*4 cac:BuyersItemIdentification?88 cac:SellersItemIdentification?88 cac:ManufacturersItemIdentification*88 cac:StandardItemIdentification?88 cac:CatalogueItemIdentification?88 cac:AdditionalItemIdentification*88 cac:CatalogueDocumentReference?14 cac:ItemSpecificationDocumentReference*14 cac:OriginCountry?24 cac:CommodityClassification*90 cac:TransactionConditions*91 cac:HazardousItem*92 cac:ClassifiedTaxCategory*45 cac:AdditionalItemProperty*94 cac:ManufacturerParty*18 cac:InformationContentProviderParty?18 cac:OriginAddress*22 cac:ItemInstance*97 cac:Certificate*99 cac:Dimension*73
cbc:ID3 cbc:ExtendedID?3 cbc:BarcodeSymbologyID?3 cac:PhysicalAttribute*89 cac:MeasurementDimension*73 cac:IssuerParty?18
cbc:AttributeID3 cbc:PositionCode?5 cbc:DescriptionCode?5 cbc:Description*4
cbc:NatureCode?5 cbc:CargoTypeCode?5 cbc:CommodityCode?5 cbc:ItemClassificationCode?5
cbc:ID?3 cbc:ActionCode?5 cbc:Description*4 cac:DocumentReference*14
cbc:ID?3 cbc:PlacardNotation?4 cbc:PlacardEndorsement?4 cbc:AdditionalInformation*4 cbc:UNDGCode?5 cbc:EmergencyProceduresCode?5 cbc:MedicalFirstAidGuideCode?5 cbc:TechnicalName?4 cbc:CategoryName?4 cbc:HazardousCategoryCode?5 cbc:UpperOrangeHazardPlacardID?3 cbc:LowerOrangeHazardPlacardID?3 cbc:MarkingID?3 cbc:HazardClassID?3 cbc:NetWeightMeasure?12 cbc:NetVolumeMeasure?12 cbc:Quantity?60 cac:ContactParty?18 cac:SecondaryHazard*93 cac:HazardousGoodsTransit*83 cac:EmergencyTemperature?75 cac:FlashpointTemperature?75 cac:AdditionalTemperature*75
cbc:ID?3 cbc:PlacardNotation?4 cbc:PlacardEndorsement?4 cbc:EmergencyProceduresCode?5 cbc:Extension*4
cbc:ID?3 cbc:Name4 cbc:NameCode?5 cbc:TestMethod?4 cbc:Value?4 cbc:ValueQuantity?60 cbc:ValueQualifier*4 cbc:ImportanceCode?5 cbc:ListValue*4 cac:UsabilityPeriod?11 cac:ItemPropertyGroup*95 cac:RangeDimension?73 cac:ItemPropertyRange?96
cbc:ID3 cbc:Name?4 cbc:ImportanceCode?5
cbc:MinimumValue?4 cbc:MaximumValue?4
cbc:ProductTraceID?3 cbc:ManufactureDate?8 cbc:ManufactureTime?9 cbc:BestBeforeDate?8 cbc:RegistrationID?3 cbc:SerialID?3 cac:AdditionalItemProperty*94 cac:LotIdentification?98
cbc:LotNumberID?3 cbc:ExpiryDate?8 cac:AdditionalItemProperty*94
cbc:ID3 cbc:CertificateTypeCode5 cbc:CertificateType4 cbc:Remarks*4 cac:IssuerParty18 cac:DocumentReference*14 cac:Signature*56
cbc:ID?3 cbc:Quantity?60 cbc:ReturnableMaterialIndicator?7 cbc:PackageLevelCode?5 cbc:PackagingTypeCode?5 cbc:PackingMaterial*4 cbc:TraceID?3 cac:ContainedPackage*100 cac:ContainingTransportEquipment?72 cac:GoodsItem*101 cac:MeasurementDimension*73 cac:DeliveryUnit*63 cac:Delivery?59 cac:Pickup?113 cac:Despatch?61
cbc:ID?3 cbc:SequenceNumberID?3 cbc:Description*4 cbc:HazardousRiskIndicator?7 cbc:DeclaredCustomsValueAmount?30 cbc:DeclaredForCarriageValueAmount?30 cbc:DeclaredStatisticsValueAmount?30 cbc:FreeOnBoardValueAmount?30 cbc:InsuranceValueAmount?30 cbc:ValueAmount?30 cbc:GrossWeightMeasure?12 cbc:NetWeightMeasure?12 cbc:NetNetWeightMeasure?12 cbc:ChargeableWeightMeasure?12 cbc:GrossVolumeMeasure?12 cbc:NetVolumeMeasure?12 cbc:Quantity?60 cbc:PreferenceCriterionCode?5 cbc:RequiredCustomsID?3 cbc:CustomsStatusCode?5 cbc:CustomsTariffQuantity?60 cbc:CustomsImportClassifiedIndicator?7 cbc:ChargeableQuantity?60 cbc:ReturnableQuantity?60 cbc:TraceID?3 cac:Item*87 cac:GoodsItemContainer*102 cac:FreightAllowanceCharge*44 cac:InvoiceLine*103 cac:Temperature*75 cac:ContainedGoodsItem*101 cac:OriginAddress?22 cac:Delivery?59 cac:Pickup?113 cac:Despatch?61 cac:MeasurementDimension*73 cac:ContainingPackage*100 cac:ShipmentDocumentReference?14 cac:MinimumTemperature?75 cac:MaximumTemperature?75
cbc:ID3 cbc:Quantity?60 cac:TransportEquipment*72
cbc:ID3 cbc:UUID?3 cbc:Note*4 cbc:InvoicedQuantity?60 cbc:LineExtensionAmount30 cbc:TaxPointDate?8 cbc:AccountingCostCode?5 cbc:AccountingCost?4 cbc:PaymentPurposeCode?5 cbc:FreeOfChargeIndicator?7 cac:InvoicePeriod*11 cac:OrderLineReference*86 cac:DespatchLineReference*104 cac:ReceiptLineReference*104 cac:BillingReference*42 cac:DocumentReference*14 cac:PricingReference?105 cac:OriginatorParty?18 cac:Delivery*59 cac:PaymentTerms*111 cac:AllowanceCharge*44 cac:TaxTotal*46 cac:WithholdingTaxTotal*46 cac:Item87 cac:Price?107 cac:DeliveryTerms?62 cac:SubInvoiceLine*103 cac:ItemPriceExtension?112
cbc:LineID3 cbc:UUID?3 cbc:LineStatusCode?5 cac:DocumentReference?14
cac:OriginalItemLocationQuantity?106 cac:AlternativeConditionPrice*107
cbc:LeadTimeMeasure?12 cbc:MinimumQuantity?60 cbc:MaximumQuantity?60 cbc:HazardousRiskIndicator?7 cbc:TradingRestrictions*4 cac:ApplicableTerritoryAddress*22 cac:Price?107 cac:DeliveryUnit*63 cac:ApplicableTaxCategory*45 cac:Package?100 cac:AllowanceCharge*44 cac:DependentPriceReference?110
cbc:PriceAmount30 cbc:BaseQuantity?60 cbc:PriceChangeReason*4 cbc:PriceTypeCode?5 cbc:PriceType?4 cbc:OrderableUnitFactorRate?10 cac:ValidityPeriod*11 cac:PriceList?108 cac:AllowanceCharge*44 cac:PricingExchangeRate?109
cbc:ID?3 cbc:StatusCode?5 cac:ValidityPeriod*11 cac:PreviousPriceList?108
cbc:SourceCurrencyCode5 cbc:SourceCurrencyBaseRate?10 cbc:TargetCurrencyCode5 cbc:TargetCurrencyBaseRate?10 cbc:ExchangeMarketID?3 cbc:CalculationRate?10 cbc:MathematicOperatorCode?5 cbc:Date?8 cac:ForeignExchangeContract?70
cbc:Percent?10 cac:LocationAddress?22 cac:DependentLineReference?104
cbc:ID?3 cbc:PaymentMeansID*3 cbc:PrepaidPaymentReferenceID?3 cbc:Note*4 cbc:ReferenceEventCode?5 cbc:SettlementDiscountPercent?10 cbc:PenaltySurchargePercent?10 cbc:PaymentPercent?10 cbc:Amount?30 cbc:SettlementDiscountAmount?30 cbc:PenaltyAmount?30 cbc:PaymentTermsDetailsURI?3 cbc:PaymentDueDate?8 cbc:InstallmentDueDate?8 cbc:InvoicingPartyReference?4 cac:SettlementPeriod?11 cac:PenaltyPeriod?11 cac:ExchangeRate?109 cac:ValidityPeriod?11
cbc:Amount30 cac:TaxTotal*46
cbc:ID?3 cbc:ActualPickupDate?8 cbc:ActualPickupTime?9 cbc:EarliestPickupDate?8 cbc:EarliestPickupTime?9 cbc:LatestPickupDate?8 cbc:LatestPickupTime?9 cac:PickupLocation?26 cac:PickupParty?18
cbc:ID3 cbc:UUID?3 cbc:Note*4 cbc:ReceivedQuantity?60 cbc:ShortQuantity?60 cbc:ShortageActionCode?5 cbc:RejectedQuantity?60 cbc:RejectReasonCode?5 cbc:RejectReason*4 cbc:RejectActionCode?5 cbc:QuantityDiscrepancyCode?5 cbc:OversupplyQuantity?60 cbc:ReceivedDate?8 cbc:TimingComplaintCode?5 cbc:TimingComplaint?4 cac:OrderLineReference?86 cac:DespatchLineReference*104 cac:DocumentReference*14 cac:Item*87 cac:Shipment*64
cbc:ID?3 cbc:TransportModeCode?5 cbc:TransportMeansTypeCode?5 cbc:TransitDirectionCode?5 cbc:PreCarriageIndicator?7 cbc:OnCarriageIndicator?7 cbc:EstimatedDeliveryDate?8 cbc:EstimatedDeliveryTime?9 cbc:RequiredDeliveryDate?8 cbc:RequiredDeliveryTime?9 cbc:LoadingSequenceID?3 cbc:SuccessiveSequenceID?3 cbc:Instructions*4 cbc:DemurrageInstructions*4 cbc:CrewQuantity?60 cbc:PassengerQuantity?60 cac:TransitPeriod?11 cac:CarrierParty*18 cac:TransportMeans?76 cac:LoadingPortLocation?26 cac:UnloadingPortLocation?26 cac:TransshipPortLocation?26 cac:LoadingTransportEvent?67 cac:ExaminationTransportEvent?67 cac:AvailabilityTransportEvent?67 cac:ExportationTransportEvent?67 cac:DischargeTransportEvent?67 cac:WarehousingTransportEvent?67 cac:TakeoverTransportEvent?67 cac:OptionalTakeoverTransportEvent?67 cac:DropoffTransportEvent?67 cac:ActualPickupTransportEvent?67 cac:DeliveryTransportEvent?67 cac:ReceiptTransportEvent?67 cac:StorageTransportEvent?67 cac:AcceptanceTransportEvent?67 cac:TerminalOperatorParty?18 cac:CustomsAgentParty?18 cac:EstimatedTransitPeriod?11 cac:FreightAllowanceCharge*44 cac:FreightChargeLocation?26 cac:DetentionTransportEvent*67 cac:RequestedDepartureTransportEvent?67 cac:RequestedArrivalTransportEvent?67 cac:RequestedWaypointTransportEvent*67 cac:PlannedDepartureTransportEvent?67 cac:PlannedArrivalTransportEvent?67 cac:PlannedWaypointTransportEvent*67 cac:ActualDepartureTransportEvent?67 cac:ActualWaypointTransportEvent?67 cac:ActualArrivalTransportEvent?67 cac:TransportEvent*67 cac:EstimatedDepartureTransportEvent?67 cac:EstimatedArrivalTransportEvent?67 cac:PassengerPerson*35 cac:DriverPerson*35 cac:ReportingPerson?35 cac:CrewMemberPerson*35 cac:SecurityOfficerPerson?35 cac:MasterPerson?35 cac:ShipsSurgeonPerson?35
cbc:EnvironmentalEmissionTypeCode5 cbc:ValueMeasure12 cbc:Description*4 cac:EmissionCalculationMethod*117
cbc:CalculationMethodCode?5 cbc:FullnessIndicationCode?5 cac:MeasurementFromLocation?26 cac:MeasurementToLocation?26
cbc:WeekDayCode5
cbc:ID?3 cbc:PaidAmount?30 cbc:ReceivedDate?8 cbc:PaidDate?8 cbc:PaidTime?9 cbc:InstructionID?3
cbc:LineExtensionAmount?30 cbc:TaxExclusiveAmount?30 cbc:TaxInclusiveAmount?30 cbc:AllowanceTotalAmount?30 cbc:ChargeTotalAmount?30 cbc:PrepaidAmount?30 cbc:PayableRoundingAmount?30 cbc:PayableAmount30 cbc:PayableAlternativeAmount?30
ext:UBLExtensions?1 cbc:UBLVersionID?3 cbc:CustomizationID?3 cbc:ProfileID?3 cbc:ProfileExecutionID?3 cbc:ID3 cbc:CopyIndicator?7 cbc:UUID?3 cbc:IssueDate8 cbc:IssueTime?9 cbc:TaxPointDate?8 cbc:CreditNoteTypeCode?5 cbc:Note*4 cbc:DocumentCurrencyCode?5 cbc:TaxCurrencyCode?5 cbc:PricingCurrencyCode?5 cbc:PaymentCurrencyCode?5 cbc:PaymentAlternativeCurrencyCode?5 cbc:AccountingCostCode?5 cbc:AccountingCost?4 cbc:LineCountNumeric?10 cbc:BuyerReference?4 cac:InvoicePeriod*11 cac:DiscrepancyResponse*122 cac:OrderReference?13 cac:BillingReference*42 cac:DespatchDocumentReference*14 cac:ReceiptDocumentReference*14 cac:ContractDocumentReference*14 cac:AdditionalDocumentReference*14 cac:StatementDocumentReference*14 cac:OriginatorDocumentReference*14 cac:Signature*56 cac:AccountingSupplierParty57 cac:AccountingCustomerParty58 cac:PayeeParty?18 cac:BuyerCustomerParty?58 cac:SellerSupplierParty?57 cac:TaxRepresentativeParty?18 cac:Delivery*59 cac:DeliveryTerms*62 cac:PaymentMeans*48 cac:PaymentTerms*111 cac:TaxExchangeRate?109 cac:PricingExchangeRate?109 cac:PaymentExchangeRate?109 cac:PaymentAlternativeExchangeRate?109 cac:AllowanceCharge*44 cac:TaxTotal*46 cac:LegalMonetaryTotal120 cac:CreditNoteLine+123
cbc:ReferenceID?3 cbc:ResponseCode?5 cbc:Description*4 cbc:EffectiveDate?8 cbc:EffectiveTime?9 cac:Status*68
cbc:ID3 cbc:UUID?3 cbc:Note*4 cbc:CreditedQuantity?60 cbc:LineExtensionAmount?30 cbc:TaxPointDate?8 cbc:AccountingCostCode?5 cbc:AccountingCost?4 cbc:PaymentPurposeCode?5 cbc:FreeOfChargeIndicator?7 cac:InvoicePeriod*11 cac:OrderLineReference*86 cac:DiscrepancyResponse*122 cac:DespatchLineReference*104 cac:ReceiptLineReference*104 cac:BillingReference*42 cac:DocumentReference*14 cac:PricingReference?105 cac:OriginatorParty?18 cac:Delivery*59 cac:PaymentTerms*111 cac:TaxTotal*46 cac:AllowanceCharge*44 cac:Item?87 cac:Price?107 cac:DeliveryTerms*62 cac:SubCreditNoteLine*123 cac:ItemPriceExtension?112`;

// src/modules/finanzen/rechnungspruefung/xsd/structure.ts
function simpleType(row) {
  const [head = "", ...rest] = row.slice(1).split(" @");
  const facet = /^(\w+)(?:\[(\d*),(\d*)\])?$/.exec(head);
  const attrs2 = new Map(rest.map((a) => {
    const [, name = "", type = "", required, fixed] = /^([\w.-]+):(\w+)(!?)(?:=(.*))?$/.exec(a) ?? [];
    return [name, { type, required: required === "!", fixed }];
  }));
  return {
    kind: "text",
    base: facet?.[1] ?? "string",
    min: Number(facet?.[2] || 0),
    max: Number(facet?.[3] || Infinity),
    attrs: attrs2,
    required: [...attrs2].filter(([, a]) => a.required).map(([n3]) => n3)
  };
}
function complexType(row) {
  const particles = row.replace(/^\|/, "").split(" ").filter(Boolean).map((p) => {
    const [, name = "", mark = "", type = ""] = /^(.*?)([?*+]?)(\d+)$/.exec(p) ?? [];
    return { name, min: mark === "" || mark === "+" ? 1 : 0, many: mark === "*" || mark === "+", type: Number(type) };
  });
  return { kind: row.startsWith("|") ? "choice" : "sequence", particles, order: new Map(particles.map((p, i) => [p.name, i])) };
}
function parseTable(table) {
  const [head = "", ...rows2] = table.split("\n");
  const words = head.split(" ");
  const roots = new Map(words.flatMap((w, i) => i % 2 === 0 ? [[w, Number(words[i + 1])]] : []));
  return { roots, types: rows2.map((r) => r === "*" ? { kind: "any" } : r.startsWith("=") ? simpleType(r) : complexType(r)) };
}
var ubl;
var cii;
var schemaOf = (family) => family === "UBL" ? ubl ??= parseTable(TABLE2) : cii ??= parseTable(TABLE);
var MAX_FINDINGS = 100;
function report(r, el, text4) {
  if (r.out.length < MAX_FINDINGS) r.out.push({ el, text: text4 });
}
var quoted = (value3) => `\u201E${value3.length > 60 ? `${value3.slice(0, 60)}\u2026` : value3}\u201C`;
function checkText(r, el, type) {
  const child = el.children[0];
  if (child) report(r, child, `Im Element ${el.name} ist nur Text erlaubt, aber es enth\xE4lt das Element ${child.name}.`);
  else if (!hasForm(type.base, el.text)) {
    report(r, el, `${quoted(el.text)} ist hier nicht erlaubt. Erwartet wird ${TYPE_WORDS[type.base] ?? "ein anderer Wert"}.`);
  } else if (type.min > 0 || type.max < Infinity) {
    const length = [...collapsed(type.base, el.text)].length;
    if (length < type.min || length > type.max) report(r, el, `Der Wert von ${el.name} hat die falsche L\xE4nge.`);
  }
  if (el.attrs.length > 0) for (const a of el.attrs) checkAttribute(r, el, a.name, a.value, type.attrs.get(a.name));
  for (const name of type.required) {
    if (!el.attrs.some((a) => a.name === name)) report(r, el, `Beim Element ${el.name} fehlt das Attribut ${name}.`);
  }
}
var isInstanceHint = (name) => name === "xsi:schemaLocation" || name === "xsi:noNamespaceSchemaLocation";
function checkAttribute(r, el, name, value3, known) {
  if (isInstanceHint(name)) return;
  if (!known) report(r, el, `Das Attribut ${name} ist beim Element ${el.name} nicht erlaubt.`);
  else if (!hasForm(known.type, value3)) report(r, el, `Das Attribut ${name} hat den unerlaubten Wert ${quoted(value3)}.`);
  else if (known.fixed !== void 0 && collapsed(known.type, value3) !== known.fixed) {
    report(r, el, `Das Attribut ${name} muss den Wert ${quoted(known.fixed)} haben.`);
  }
}
function checkSequence(r, el, type) {
  let at2 = 0;
  let seen = 0;
  for (const child of el.children) {
    const index2 = type.order.get(child.name);
    if (index2 === void 0) {
      report(r, child, `Das Element ${child.name} ist in ${el.name} nicht vorgesehen.`);
      continue;
    }
    const particle = type.particles[index2];
    if (index2 < at2) report(r, child, `Das Element ${child.name} steht an der falschen Stelle: Es geh\xF6rt vor ${type.particles[at2]?.name}.`);
    else {
      if (index2 > at2) {
        missing(r, el, type, seen > 0 ? at2 + 1 : at2, index2);
        at2 = index2;
        seen = 0;
      }
      seen += 1;
      if (seen === 2 && !particle.many) report(r, child, `Das Element ${child.name} darf in ${el.name} nur einmal vorkommen.`);
    }
    check(r, child, particle.type);
  }
  missing(r, el, type, seen > 0 ? at2 + 1 : at2, type.particles.length);
}
function missing(r, el, type, from, to) {
  for (let i = from; i < to; i += 1) {
    const p = type.particles[i];
    if (p.min > 0) report(r, el, `In ${el.name} fehlt das Element ${p.name}${el.children.some((c) => c.name === p.name) ? " an der richtigen Stelle" : ""}.`);
  }
}
function checkChoice(r, el, type) {
  const [first, second2] = el.children;
  if (!first) report(r, el, `In ${el.name} fehlt eines der Elemente ${type.particles.map((p) => p.name).join(", ")}.`);
  if (second2) report(r, second2, `In ${el.name} darf nur ein Element stehen.`);
  for (const child of el.children) {
    const index2 = type.order.get(child.name);
    if (index2 === void 0) report(r, child, `Das Element ${child.name} ist in ${el.name} nicht vorgesehen.`);
    else check(r, child, type.particles[index2].type);
  }
}
function check(r, el, index2) {
  const type = r.schema.types[index2];
  if (!type) return;
  if (type.kind === "text") {
    checkText(r, el, type);
    return;
  }
  for (const a of el.attrs) checkAttribute(r, el, a.name, a.value, void 0);
  if (el.text.trim() !== "") report(r, el, `Im Element ${el.name} darf kein Text direkt stehen.`);
  if (type.kind === "any") checkAny(r, el);
  else if (type.kind === "choice") checkChoice(r, el, type);
  else checkSequence(r, el, type);
}
function checkAny(r, el) {
  if (el.children.length === 0) report(r, el, `Das Element ${el.name} ist leer.`);
  el.children.forEach((child, i) => {
    if (i === 1) report(r, child, `In ${el.name} darf nur ein Element stehen.`);
    if (child.name.startsWith("ext:")) report(r, child, `Das Element ${child.name} ist in ${el.name} nicht erlaubt.`);
  });
}
function checkStructure(doc, family) {
  const schema = schemaOf(family);
  const r = { schema, out: [] };
  const type = schema.roots.get(doc.root.name);
  if (type === void 0) report(r, doc.root, `Das Element ${doc.root.name} ist kein bekannter Anfang einer Rechnung.`);
  else check(r, doc.root, type);
  return r.out;
}

// src/modules/finanzen/rechnungspruefung/validate.ts
var SYNTAX_OF = {
  "ubl:Invoice": "UBL Invoice",
  "cn:CreditNote": "UBL CreditNote",
  "rsm:CrossIndustryInvoice": "CII",
  "zf1:CrossIndustryDocument": "ZUGFeRD 1"
};
var BT242 = {
  "UBL Invoice": "cbc:CustomizationID",
  "UBL CreditNote": "cbc:CustomizationID",
  CII: "rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID",
  "ZUGFeRD 1": "zf1:SpecifiedExchangedDocumentContext/ram12:GuidelineSpecifiedDocumentContextParameter/ram12:ID"
};
var syntaxOf = (doc) => SYNTAX_OF[doc.root.name];
function specificationOf(doc, syntax) {
  const el = sel(doc.root, BT242[syntax])[0];
  return el ? stringValue(el) : "";
}
var whole = (rule2, level, message, text4, location = "/", bt = "") => ({ rule: rule2, level, location, bt, message, text: text4 });
function checkDocument(doc, syntax, profile) {
  const family = syntax === "CII" ? "CII" : "UBL";
  const structure = checkStructure(doc, family).map((f2) => whole("XSD", "error", "The structure of the document is wrong here.", f2.text, xpath(f2.el)));
  const breaches = run(programFor(family, profile.xrechnung), doc).map(({ id, level, el }) => {
    const text4 = ruleText(id, el);
    return { rule: id, level: profile.levels.get(id) ?? level, location: xpath(el), bt: text4.bt, message: text4.en, text: text4.de };
  });
  return [...structure, ...breaches];
}
var refused = (findings) => ({ valid: false, syntax: void 0, profile: void 0, customizationId: void 0, findings });
function outdated(doc, at2, notes) {
  const id = specificationOf(doc, "ZUGFeRD 1");
  const text4 = "Das Format ZUGFeRD 1 entspricht nicht der Norm EN 16931 und kann nicht angenommen werden. Bitte senden Sie eine XRechnung oder ZUGFeRD ab Version 2.";
  return {
    valid: false,
    syntax: "ZUGFeRD 1",
    profile: profileOf(id, "ZUGFeRD 1", at2).name,
    customizationId: id,
    findings: [...notes, whole("BT-24", "error", "ZUGFeRD 1 does not follow EN 16931.", text4, "/", "BT-24")]
  };
}
function checkXml(bytes, at2, embedded) {
  const doc = parseXml(decodeXml(bytes));
  const syntax = syntaxOf(doc);
  const notes = [];
  if (!syntax) {
    const text4 = `Die Datei ist keine E-Rechnung: Sie beginnt mit \u201E${doc.root.name.slice(0, 80)}\u201C. Erwartet wird eine Rechnung in UBL oder CII.`;
    return refused([whole("XML", "error", "The file is no electronic invoice in UBL or CII.", text4, xpath(doc.root))]);
  }
  const id = specificationOf(doc, syntax);
  const profile = profileOf(id, syntax, at2);
  for (const note of embedded?.notes(profile.name, syntax) ?? []) notes.push(whole("PDF", note.level, note.message, note.text));
  if (syntax === "ZUGFeRD 1") return outdated(doc, at2, notes);
  if (profile.note) notes.push(whole("BT-24", "information", "The specification has no scenario here; checked against EN 16931 only.", profile.note, "/", "BT-24"));
  const findings = [...notes, ...checkDocument(doc, syntax, profile)];
  return { valid: !findings.some((f2) => f2.level === "error"), syntax, profile: profile.name, customizationId: id, findings };
}
function unreadable(error, source) {
  const at2 = error.kind === "encoding" ? "/" : place(source(), error.offset);
  return whole("XML", "error", "The file is no well-formed XML or exceeds the limits.", error.message, at2);
}
function place(source, offset) {
  const { line: line5, column } = position(source, offset);
  return `Zeile ${line5}, Spalte ${column}`;
}
var isPdf = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes("%PDF-");
function invoiceBytes(bytes) {
  if (!isPdf(bytes)) return { xml: bytes, embedded: void 0 };
  const embedded = extractInvoice(bytes);
  return { xml: embedded.xml, embedded };
}
function check2(bytes, at2) {
  let xml = bytes;
  try {
    const content3 = invoiceBytes(bytes);
    xml = content3.xml;
    return checkXml(xml, at2, content3.embedded);
  } catch (error) {
    if (error instanceof PdfError) return refused([whole("PDF", "error", error.english, error.message)]);
    if (error instanceof XmlError) return refused([unreadable(error, () => error.kind === "limit" ? "" : decodeXml(xml))]);
    throw error;
  }
}
function validateInvoice(bytes, options = {}) {
  const start = performance.now();
  const checked = check2(bytes, options.at ?? Temporal.Now.plainDateISO("Europe/Berlin").toString());
  return { file: options.fileName, ...checked, ms: Math.round((performance.now() - start) * 1e3) / 1e3 };
}

// src/modules/finanzen/rechnungspruefung/show.ts
var plain2 = (key, bt, label) => ({ key, bt, label, kind: "text", ubl: "", cii: "" });
var PAYMENT = [
  plain2("code", "BT-81", "Zahlungsart"),
  plain2("text", "BT-82", "Text zur Zahlungsart"),
  plain2("remittance", "BT-83", "Verwendungszweck"),
  { ...plain2("transfers", "BG-17", "\xDCberweisung"), kind: "list", fields: [plain2("account", "BT-84", "Konto (IBAN)"), plain2("name", "BT-85", "Kontoinhaber"), plain2("bic", "BT-86", "BIC")] },
  plain2("cardNumber", "BT-87", "Kartennummer"),
  plain2("cardHolder", "BT-88", "Karteninhaber"),
  plain2("mandate", "BT-89", "Mandat"),
  plain2("creditorId", "BT-90", "Gl\xE4ubiger-Identifikationsnummer"),
  plain2("debitedAccount", "BT-91", "Abbuchung von")
];
var NOTES = [{ ...plain2("notes", "BG-1", "Bemerkung"), kind: "list", fields: [plain2("subject", "BT-21", "Betreff"), plain2("text", "BT-22", "Text")] }];
var VAT_TOTALS = [
  { ...plain2("vat", "BT-110", "Gesamtbetrag der Umsatzsteuer"), kind: "amount" },
  { ...plain2("vatInAccountingCurrency", "BT-111", "Umsatzsteuer in der Buchungsw\xE4hrung"), kind: "amount" }
];

// src/modules/finanzen/rechnungspruefung/cli.ts
var MAX_BYTES = 120 * 1024 * 1024;

// src/modules/finanzen/rechnungspruefung/model/complete.ts
function completeLine(line5, syntax) {
  const { price, discount, grossPrice } = line5;
  if (syntax === "CII" && price && discount && !grossPrice) return { ...line5, grossPrice: add(price, discount) };
  if (syntax === "UBL" && price && grossPrice && !discount) return { ...line5, discount: sub(grossPrice, price) };
  return line5;
}
function complete(invoice, syntax) {
  const lines3 = invoice.lines.map((l) => completeLine(l, syntax));
  const taxes3 = invoice.vat.map((v) => v.tax).filter((t) => t !== void 0);
  const needsVat = syntax === "UBL" && invoice.totals.vat === void 0 && taxes3.length > 0;
  return { ...invoice, lines: lines3, totals: needsVat ? { ...invoice.totals, vat: sum(taxes3) } : invoice.totals };
}

// src/modules/finanzen/rechnungspruefung/model/write.ts
var attrs = (entries) => entries.flatMap(([name, value3]) => value3 === void 0 ? [] : [{ name, value: value3 }]);
function setId(el, id, scheme2 = "schemeID", version = "schemeVersionID") {
  el.text = id.id;
  el.attrs = [...el.attrs, ...attrs([[scheme2, id.scheme], [version, id.version]])];
}
var TIME_POINTS = { 3: "5", 35: "29", 432: "72" };
function put2(f2, value3, el, w) {
  const path = w.path(f2);
  switch (f2.kind) {
    // A tax number selected by its scheme has a group of its own.
    case "text":
      make(el, path, /\[@[^\]]*\]$/.test(path) ? 2 : 0).text = value3;
      break;
    case "date":
      putDate(el, path, value3, w);
      break;
    case "amount":
      putAmount(make(el, path), value3, w);
      break;
    case "number":
      make(el, path).text = formatDec(value3);
      break;
    case "identifier":
      setId(make(el, path), value3);
      break;
    case "globalId":
      setId(make(el, w.cii && value3.scheme !== void 0 ? path.replace(/ram:ID$/, "ram:GlobalID") : path), value3);
      break;
    case "object":
      putObject(el, path, value3, w);
      break;
    case "class":
      for (const id of value3) setId(make(el, path, 2), id, "listID", "listVersionID");
      break;
    case "identifiers":
      putIdentifiers(el, path, value3, w);
      break;
    case "quantity":
      putQuantity(make(el, path), value3);
      break;
    case "attachment":
      putAttachment(make(el, path), value3);
      break;
    case "timePoint":
      make(el, path).text = w.cii ? TIME_POINTS[value3] ?? value3 : value3;
      break;
    case "group":
      putGroup(f2.fields ?? [], value3, make(el, path), w);
      break;
    case "list":
      for (const item of value3) putGroup(f2.fields ?? [], item, make(el, path, 1), w);
      break;
  }
}
function putDate(el, path, value3, w) {
  const target = make(el, path);
  target.text = w.cii ? value3.replaceAll("-", "") : value3;
  if (w.cii) target.attrs = [{ name: "format", value: "102" }];
}
function putAmount(el, value3, w) {
  el.text = formatDec(value3);
  if (!w.cii && w.currency !== void 0) el.attrs = [{ name: "currencyID", value: w.currency }];
}
function putQuantity(el, q) {
  el.text = formatDec(q.value);
  el.attrs = attrs([["unitCode", q.unit]]);
}
function putAttachment(el, a) {
  el.text = a.content;
  el.attrs = attrs([["mimeCode", a.mime], ["filename", a.fileName]]);
}
function putObject(el, path, id, w) {
  const target = make(el, path);
  target.text = id.id;
  if (id.scheme === void 0) return;
  if (w.cii && target.parent) make(target.parent, "ram:ReferenceTypeCode").text = id.scheme;
  else target.attrs = attrs([["schemeID", id.scheme]]);
}
function putIdentifiers(el, path, ids, w) {
  for (const id of ids) {
    if (w.cii) setId(make(el, id.scheme === void 0 ? path : "ram:GlobalID", 1), id);
    else setId(make(el, path, 2), id);
  }
}
function putGroup(fields, group, el, w) {
  for (const f2 of fields) {
    const value3 = group[f2.key];
    if (value3 !== void 0) put2(f2, value3, el, w);
  }
}
function ublPayment(root, p, payee2) {
  const count2 = Math.max(1, p.transfers.length);
  for (let i = 0; i < count2; i += 1) {
    const means = i === 0 ? make(root, "cac:PaymentMeans") : create(root, "cac:PaymentMeans");
    if (p.code !== void 0) create(means, "cbc:PaymentMeansCode", p.code, i === 0 ? attrs([["name", p.text]]) : []);
    if (p.remittance !== void 0) create(means, "cbc:PaymentID", p.remittance);
    const t = p.transfers[i];
    if (t) {
      const account2 = create(means, "cac:PayeeFinancialAccount");
      if (t.account !== void 0) create(account2, "cbc:ID", t.account);
      if (t.name !== void 0) create(account2, "cbc:Name", t.name);
      if (t.bic !== void 0) make(account2, "cac:FinancialInstitutionBranch/cbc:ID").text = t.bic;
    }
    if (i > 0) continue;
    if (p.cardNumber !== void 0) {
      make(means, "cac:CardAccount/cbc:PrimaryAccountNumberID").text = p.cardNumber;
      make(means, "cac:CardAccount/cbc:NetworkID").text = "NA";
      if (p.cardHolder !== void 0) make(means, "cac:CardAccount/cbc:HolderName").text = p.cardHolder;
    }
    if (p.mandate !== void 0) make(means, "cac:PaymentMandate/cbc:ID").text = p.mandate;
    if (p.debitedAccount !== void 0) make(means, "cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID").text = p.debitedAccount;
  }
  if (p.creditorId === void 0) return;
  const owner = make(root, payee2 ? "cac:PayeeParty" : "cac:AccountingSupplierParty/cac:Party");
  setId(make(owner, "cac:PartyIdentification/cbc:ID", 2), { id: p.creditorId, scheme: "SEPA" });
}
var S2 = "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement";
function ciiPayment(root, p) {
  const set = (el, path, value3) => {
    if (value3 !== void 0) make(el, path).text = value3;
  };
  const settlement2 = make(root, S2);
  for (let i = 0; i < Math.max(1, p.transfers.length); i += 1) {
    const means = create(settlement2, "ram:SpecifiedTradeSettlementPaymentMeans");
    set(means, "ram:TypeCode", p.code);
    const t = p.transfers[i];
    if (t) {
      const iban = t.account !== void 0 && /^[A-Z]{2}[0-9]{2}/.test(t.account);
      create(means, "ram:PayeePartyCreditorFinancialAccount");
      set(means, `ram:PayeePartyCreditorFinancialAccount/ram:${iban ? "IBANID" : "ProprietaryID"}`, t.account);
      set(means, "ram:PayeePartyCreditorFinancialAccount/ram:AccountName", t.name);
      set(means, "ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID", t.bic);
    }
    if (i > 0) continue;
    set(means, "ram:Information", p.text);
    set(means, "ram:ApplicableTradeSettlementFinancialCard/ram:ID", p.cardNumber);
    set(means, "ram:ApplicableTradeSettlementFinancialCard/ram:CardholderName", p.cardHolder);
    set(means, "ram:PayerPartyDebtorFinancialAccount/ram:IBANID", p.debitedAccount);
  }
  set(settlement2, "ram:PaymentReference", p.remittance);
  set(settlement2, "ram:CreditorReferenceID", p.creditorId);
  set(settlement2, "ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID", p.mandate);
}
function vatTotals(root, invoice, cii2) {
  const { vat, vatInAccountingCurrency: other } = invoice.totals;
  const amount = (value3, currency2, first) => {
    const el = cii2 ? make(root, `${S2}/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount`, 1) : make(first ? make(root, "cac:TaxTotal") : create(root, "cac:TaxTotal"), "cbc:TaxAmount");
    el.text = formatDec(value3);
    el.attrs = attrs([["currencyID", currency2]]);
  };
  if (vat) amount(vat, invoice.currency, true);
  if (other) amount(other, invoice.vatCurrency, false);
}
function ublNotes(root, invoice) {
  for (const n3 of invoice.notes) create(root, "cbc:Note", n3.subject === void 0 ? n3.text ?? "" : `#${n3.subject}#${n3.text ?? ""}`);
}
function ciiNotes(root, invoice) {
  for (const n3 of invoice.notes) {
    const note = make(root, "rsm:ExchangedDocument/ram:IncludedNote", 1);
    if (n3.text !== void 0) create(note, "ram:Content", n3.text);
    if (n3.subject !== void 0) create(note, "ram:SubjectCode", n3.subject);
  }
}
function arrange(el, family, index2) {
  const type = schemaOf(family).types[index2];
  if (!type || type.kind !== "sequence" && type.kind !== "choice") return;
  const rank = (e) => type.order.get(e.name) ?? Number.MAX_SAFE_INTEGER;
  el.children.sort((a, b) => rank(a) - rank(b));
  for (const child of el.children) {
    const particle = type.particles[rank(child)];
    if (particle) arrange(child, family, particle.type);
  }
}
var escape = (text4, quote) => {
  const safe = text4.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#13;");
  return quote ? safe.replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("	", "&#9;") : safe;
};
function serialize(el, indent) {
  const open = `${indent}<${el.name}${el.attrs.map((a) => ` ${a.name}="${escape(a.value, true)}"`).join("")}`;
  if (el.children.length === 0) return el.text === "" ? `${open}/>
` : `${open}>${escape(el.text, false)}</${el.name}>
`;
  return `${open}>
${el.children.map((c) => serialize(c, `${indent}  `)).join("")}${indent}</${el.name}>
`;
}
var PREFIXES = { UBL: ["ubl", "cn", "cac", "cbc", "ext"], CII: ["rsm", "ram", "udt", "qdt"] };
function treeToXml(root, family) {
  const declared2 = PREFIXES[family].filter((p) => p === "cac" || p === "cbc" || family === "CII" || root.name.startsWith(`${p}:`) || p === "ext");
  root.attrs = [...declared2.map((p) => ({ name: `xmlns:${p}`, value: NAMESPACE_OF.get(p) ?? "" })), ...root.attrs.filter((a) => !a.name.startsWith("xmlns:"))];
  return `<?xml version="1.0" encoding="UTF-8"?>
${serialize(root, "")}`;
}
function finish(root, family) {
  arrange(root, family, schemaOf(family).roots.get(root.name) ?? 0);
  return treeToXml(root, family);
}
var isCreditNote = (invoice) => invoice.type !== void 0 && inList(LISTS.creditNoteType, invoice.type) && !inList(LISTS.invoiceType, invoice.type);
function writeUbl(model) {
  const invoice = complete(model, "UBL");
  const credit = isCreditNote(invoice);
  const root = create(null, credit ? "cn:CreditNote" : "ubl:Invoice");
  const w = { cii: false, path: (f2) => ublPath(f2, credit), currency: invoice.currency };
  putGroup(INVOICE, invoice, root, w);
  if (invoice.salesOrder !== void 0 && invoice.purchaseOrder === void 0) make(root, "cac:OrderReference/cbc:ID").text = "NA";
  ublNotes(root, invoice);
  if (invoice.payment) ublPayment(root, invoice.payment, invoice.payee !== void 0);
  vatTotals(root, invoice, false);
  return finish(root, "UBL");
}
function writeCii(model) {
  const invoice = complete(model, "CII");
  const root = create(null, "rsm:CrossIndustryInvoice");
  const w = { cii: true, path: ciiPath, currency: invoice.currency };
  for (const part of ["Agreement", "Delivery", "Settlement"]) make(root, `rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTrade${part}`);
  putGroup(INVOICE, invoice, root, w);
  ciiNotes(root, invoice);
  if (invoice.payment) ciiPayment(root, invoice.payment);
  vatTotals(root, invoice, true);
  return finish(root, "CII");
}

// src/t11.ts
var base = sampleInvoice();
var line4 = base.lines[0];
var cpu = (n3, f2) => {
  for (let i = 0; i < n3; i++) f2();
  const a = process.cpuUsage();
  for (let i = 0; i < n3; i++) f2();
  const u = process.cpuUsage(a);
  return (u.user / 1e3 / n3).toFixed(2);
};
for (const [w, fam] of [[writeUbl, "UBL"], [writeCii, "CII"]]) for (const [lines3, n3] of [[10, 300], [1e3, 4]]) {
  const b = Buffer.from(w({ ...base, lines: Array.from({ length: lines3 }, (_, i) => ({ ...line4, id: String(i + 1) })) }));
  const d = parseXml(decodeXml(b));
  console.log(fam, lines3, "all", cpu(n3, () => {
    validateInvoice(b, { at: "2026-01-01" });
  }), "parse", cpu(n3, () => {
    parseXml(decodeXml(b));
  }), "xsd", cpu(n3, () => {
    checkStructure(d, fam);
  }), "rules", cpu(n3, () => {
    run(programFor(fam, true), { ...d });
  }), "saxes", cpu(n3, () => {
    new SaxesParser({ xmlns: true }).write(new TextDecoder().decode(b)).close();
  }));
}
